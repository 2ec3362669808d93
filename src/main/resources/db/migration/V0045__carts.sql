-- Carts and kits that go out and come in as one, and the collection at the end of the year. Times are UTC.

-- A cart or kit that somebody has taken with what was in it. The cart itself is an ordinary loan.
create table container_out (
    id bigint unsigned not null auto_increment primary key,
    container_id bigint unsigned not null,
    loan_id bigint unsigned not null,
    -- who has it, or owes something of it; null: over, nothing owed, forgotten
    patron_id bigint unsigned null,
    way enum ('trusted', 'counted', 'scanned') not null default 'trusted',
    -- the request that lent it: undoing it undoes all of this
    request_id uuid not null,
    out_at datetime(3) not null,
    -- of staff
    out_by bigint unsigned null,
    -- how many who has it has counted, on a screen of their own
    accepted smallint unsigned null,
    accepted_at datetime(3) null,
    -- not when the cart came back, but when it was known what was in it
    ended_at datetime(3) null,
    ended_why enum ('returned', 'undone') null,
    -- Q1: out once at a time
    open_container bigint unsigned generated always as (if(ended_at is null, container_id, null)) stored,
    unique key container_out_open (open_container),
    unique key container_out_request (request_id),
    key container_out_container (container_id, id),
    key container_out_patron (patron_id),
    constraint container_out_container foreign key (container_id) references device_record (id),
    constraint container_out_loan foreign key (loan_id) references loan (id),
    constraint container_out_patron foreign key (patron_id) references patron (id),
    check (ended_at is not null or patron_id is not null),
    check ((ended_at is null) = (ended_why is null)),
    check ((accepted is null) = (accepted_at is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What was to go with it, slot by slot, and what became of each.
create table container_out_item (
    out_id bigint unsigned not null,
    device_id bigint unsigned not null,
    slot varchar(41) not null,
    position int unsigned not null,
    -- absent: it was not there when the cart was handed over; lent: out of the cart on a loan of its own; owed: it did not come back
    -- with the cart; found: it came later
    state enum ('out', 'absent', 'back', 'lent', 'owed', 'found', 'undone') not null,
    state_at datetime(3) not null,
    -- by which request, and what it was before: so that it can be undone
    state_request uuid null,
    was enum ('out', 'owed') null,
    owed_at datetime(3) null,
    -- when it was given up looking for it
    missing_at datetime(3) null,
    -- with one cart at a time
    open_device bigint unsigned generated always as (if(state in ('out', 'owed'), device_id, null)) stored,
    primary key (out_id, device_id),
    unique key container_out_item_open (open_device),
    key container_out_item_request (state_request),
    constraint container_out_item_out foreign key (out_id) references container_out (id),
    constraint container_out_item_device foreign key (device_id) references device_record (id),
    check (state <> 'owed' or owed_at is not null),
    check (missing_at is null or owed_at is not null)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Scanning what is in a cart, before it goes or when it is back. Outlives the browser; another desk can go on with it.
create table container_round (
    id bigint unsigned not null auto_increment primary key,
    container_id bigint unsigned not null,
    kind enum ('out', 'in') not null,
    -- of those that come in
    out_id bigint unsigned null,
    request_id uuid not null,
    started_at datetime(3) not null,
    -- of staff
    started_by bigint unsigned null,
    closed_at datetime(3) null,
    closed_by bigint unsigned null,
    way enum ('counted', 'scanned', 'given_up') null,
    open_container bigint unsigned generated always as (if(closed_at is null, container_id, null)) stored,
    unique key container_round_open (open_container),
    key container_round_request (request_id),
    constraint container_round_container foreign key (container_id) references device_record (id),
    constraint container_round_out foreign key (out_id) references container_out (id),
    check ((kind = 'in') = (out_id is not null)),
    check ((closed_at is null) = (way is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table container_round_scan (
    id bigint unsigned not null auto_increment primary key,
    round_id bigint unsigned not null,
    request_id uuid not null,
    -- null: nobody knows it
    device_id bigint unsigned null,
    -- as scanned, when nobody knows it
    scanned varchar(64) not null default '',
    -- stray: belongs to another cart; loose: to none; unfit: not to be handed over as it is
    outcome enum ('here', 'again', 'stray', 'loose', 'unfit', 'unknown') not null,
    at datetime(3) not null,
    -- of staff
    account_id bigint unsigned null,
    -- each counts once
    here_device bigint unsigned generated always as (if(outcome = 'here', device_id, null)) stored,
    unique key container_round_scan_once (request_id),
    unique key container_round_scan_here (round_id, here_device),
    constraint container_round_scan_round foreign key (round_id) references container_round (id),
    constraint container_round_scan_device foreign key (device_id) references device_record (id),
    check ((outcome = 'unknown') = (device_id is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What belongs into a kit and has no tag of its own.
create table kit_part (
    id bigint unsigned not null auto_increment primary key,
    kit_id bigint unsigned not null,
    name varchar(100) not null,
    quantity tinyint unsigned not null default 1,
    -- without it the kit can be lent all the same (Q4)
    optional boolean not null default false,
    -- so many were not there when somebody looked last
    missing tinyint unsigned not null default 0,
    position smallint unsigned not null,
    -- it does not belong into it any more
    removed_at datetime(3) null,
    here_name varchar(100) generated always as (if(removed_at is null, name, null)) stored,
    unique key kit_part_once (kit_id, here_name),
    constraint kit_part_kit foreign key (kit_id) references device_record (id),
    check (name <> ''),
    check (quantity between 1 and 99),
    constraint kit_part_missing check (missing <= quantity)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- How many were there when the kit went and when it came.
create table kit_part_seen (
    out_id bigint unsigned not null,
    part_id bigint unsigned not null,
    moment enum ('out', 'in') not null,
    there tinyint unsigned not null,
    primary key (out_id, part_id, moment),
    constraint kit_part_seen_out foreign key (out_id) references container_out (id),
    constraint kit_part_seen_part foreign key (part_id) references kit_part (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Parts that did not come back with their kit. Who owes them says container_out.
create table kit_part_owed (
    id bigint unsigned not null auto_increment primary key,
    out_id bigint unsigned not null,
    part_id bigint unsigned not null,
    quantity tinyint unsigned not null,
    owed_at datetime(3) not null,
    settled_at datetime(3) null,
    settled_how enum ('brought', 'given_up') null,
    -- of staff
    settled_by bigint unsigned null,
    unique key kit_part_owed_once (out_id, part_id),
    constraint kit_part_owed_out foreign key (out_id) references container_out (id),
    constraint kit_part_owed_part foreign key (part_id) references kit_part (id),
    check (quantity > 0),
    check ((settled_at is null) = (settled_how is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Collecting what is out at the end of a year. Who has what is never copied here: loans and assignments say so.
create table collection_plan (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    name varchar(100) not null,
    -- by the calendar of the site
    starts_on date not null,
    ends_on date not null,
    made_at datetime(3) not null,
    -- of staff
    made_by bigint unsigned null,
    closed_at datetime(3) null,
    request_id uuid not null,
    unique key collection_plan_once (request_id),
    key collection_plan_site (site_id, id),
    constraint collection_plan_site foreign key (site_id) references site (id),
    check (name <> ''),
    check (starts_on <= ends_on)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table collection_scan (
    id bigint unsigned not null auto_increment primary key,
    plan_id bigint unsigned not null,
    request_id uuid not null,
    device_id bigint unsigned not null,
    -- of the student who had it; how many came from where, not from whom
    homeroom varchar(100) not null default '',
    -- idle: nobody had it
    outcome enum ('collected', 'idle') not null,
    -- what it had gone out with, as lent_accessory knows it: L and the number of a loan, A and that of an assignment; empty: nothing
    cause varchar(20) character set ascii collate ascii_bin not null default '',
    -- its charger did not come with it
    charger_missing boolean not null default false,
    at datetime(3) not null,
    -- the day of it, by the calendar of the site
    day date not null,
    -- of staff
    account_id bigint unsigned null,
    unique key collection_scan_once (request_id),
    key collection_scan_plan (plan_id, outcome, day),
    constraint collection_scan_plan foreign key (plan_id) references collection_plan (id),
    constraint collection_scan_device foreign key (device_id) references device_record (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
