-- What says where a device is beside its loan: who has it for the year, which ticket has it, which slot of a cart it belongs in.
-- Times are UTC.

-- One to one: somebody has the device for the year. No loan: it outlives repairs, and the loaner of the meantime is a loan.
create table device_assignment (
    id bigint unsigned not null auto_increment primary key,
    device_id bigint unsigned not null,
    -- null: ended, and forgotten since
    patron_id bigint unsigned null,
    assigned_at datetime(3) not null,
    -- of staff; null: an import
    assigned_by bigint unsigned null,
    -- the last day, by the calendar of the device's site; null: until somebody ends it
    until_on date null,
    ended_at datetime(3) null,
    ended_by bigint unsigned null,
    end_reason enum ('returned', 'exchanged', 'lost', 'mistake') null,
    -- from when on nobody need know who it was; set when it ends
    forget_after datetime(3) null,
    note varchar(500) not null default '',
    -- Z1: one at a time
    open_device bigint unsigned generated always as (if(ended_at is null, device_id, null)) stored,
    unique key device_assignment_open (open_device),
    key device_assignment_device (device_id, id),
    key device_assignment_patron (patron_id, ended_at),
    key device_assignment_forget (forget_after),
    constraint device_assignment_device foreign key (device_id) references device_record (id),
    constraint device_assignment_patron foreign key (patron_id) references patron (id),
    check (ended_at is not null or patron_id is not null),
    check ((ended_at is null) = (end_reason is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Something is broken: a device, or a thing of a room that nobody has tagged.
create table repair_ticket (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    -- null: something of the room
    device_id bigint unsigned null,
    room varchar(100) not null default '',
    fault enum ('screen', 'keyboard', 'battery', 'power', 'hinge', 'camera', 'sound', 'network', 'software', 'liquid', 'lamp',
        'missing_part', 'other') not null,
    -- in the words of who reported it
    description varchar(2000) not null default '',
    state enum ('new', 'triaged', 'waiting_parts', 'at_vendor', 'at_district', 'fixed', 'unrepairable', 'cancelled') not null
        default 'new',
    -- whether who mends it has it; a projector on its ceiling is still where it was
    device_in boolean not null default false,
    opened_at datetime(3) not null,
    opened_by bigint unsigned null,
    closed_at datetime(3) null,
    closed_by bigint unsigned null,
    -- who had it when it broke: kept until ticket and charges close, whatever forgetting says
    patron_id bigint unsigned null,
    loan_id bigint unsigned null,
    version int unsigned not null default 1,
    -- one ticket at a time has the device
    open_device bigint unsigned generated always as (if(closed_at is null, device_id, null)) stored,
    unique key repair_ticket_open (open_device),
    key repair_ticket_device (device_id, id),
    key repair_ticket_state (site_id, state, id),
    key repair_ticket_patron (patron_id),
    constraint repair_ticket_site foreign key (site_id) references site (id),
    constraint repair_ticket_device foreign key (device_id) references device_record (id),
    constraint repair_ticket_patron foreign key (patron_id) references patron (id),
    constraint repair_ticket_loan foreign key (loan_id) references loan (id),
    check ((closed_at is null) = (state not in ('fixed', 'unrepairable', 'cancelled'))),
    check (device_id is not null or not device_in)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Where in a cart or a kit something belongs. Whether it is there is another question: a loan goes before it.
create table container_slot (
    -- the cart or the kit, itself a device
    container_id bigint unsigned not null,
    -- as it is written on the cart
    slot varchar(20) not null,
    -- in the order of the cart
    position smallint unsigned not null,
    -- null: the slot is free
    device_id bigint unsigned null,
    primary key (container_id, slot),
    unique key container_slot_position (container_id, position),
    unique key container_slot_device (device_id),
    constraint container_slot_container foreign key (container_id) references device_record (id),
    constraint container_slot_device foreign key (device_id) references device_record (id),
    check (slot <> ''),
    constraint container_slot_not_itself check (device_id <> container_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
