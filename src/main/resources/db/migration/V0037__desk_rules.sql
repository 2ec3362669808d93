-- What a block stops, warnings before something counts as lost, and use of copies inside of the building. Times are UTC.

alter table patron_block
    -- what it stops: a return never
    add stops set ('loans', 'renewals', 'holds') not null default 'loans,renewals,holds' after reason,
    add check (stops <> '');

alter table notice_text
    modify kind enum ('due_soon', 'overdue', 'hold_ready', 'lost', 'homeroom_digest', 'system_note', 'lost_soon') not null;

alter table notice
    modify kind enum ('due_soon', 'overdue', 'hold_ready', 'lost', 'homeroom_digest', 'system_note', 'lost_soon') not null;

-- How often a copy was used in the building on which day, and nobody's.
create table in_house_use (
    item_id bigint unsigned not null,
    -- where it was scanned
    site_id int unsigned not null,
    -- day at the site
    used_on date not null,
    uses smallint unsigned not null,
    -- of the last one: several scans within some minutes are one use
    last_at datetime(3) not null,
    primary key (item_id, used_on, site_id),
    constraint in_house_use_item foreign key (item_id) references item (id) on delete cascade,
    constraint in_house_use_site foreign key (site_id) references site (id),
    check (uses > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
