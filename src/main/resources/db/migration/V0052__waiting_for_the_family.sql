-- A repair that can go on only when the family has answered or paid. Its clock stands meanwhile, as it does while parts are awaited.
alter table repair_ticket
    modify state enum ('new', 'triaged', 'waiting_parts', 'waiting_family', 'at_vendor', 'at_district', 'fixed', 'unrepairable',
        'cancelled') not null default 'new';
