-- Audits of rooms and carts, what is done to devices at regular times, and what they are worth. Times are UTC.

alter table device_event
    modify kind enum ('added', 'edited', 'condition_set', 'tag_changed', 'moved', 'retired', 'reactivated', 'mdm_linked', 'note',
        'assigned', 'assignment_ended', 'audited', 'upkeep') not null,
    -- of the form of a note: the same one again writes nothing a second time
    add request_id uuid null,
    add unique key device_event_once (request_id);

-- Somebody goes through a room or a cart and scans what is there.
create table device_audit (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    room varchar(100) not null default '',
    -- the cart or the kit; null: a room
    container_id bigint unsigned null,
    state enum ('open', 'closed', 'dropped') not null default 'open',
    started_at datetime(3) not null,
    -- of staff, as everybody here
    started_by bigint unsigned not null,
    closed_at datetime(3) null,
    closed_by bigint unsigned null,
    -- of the form that closed it: the same one again does nothing a second time
    closed_request uuid null,
    -- whoever begins where one is open goes on with that one
    open_place varchar(130) as (if(state <> 'open', null,
        if(container_id is null, concat(site_id, ':', room), concat('#', container_id)))) persistent,
    unique key device_audit_open (open_place),
    key device_audit_site (site_id, id),
    key device_audit_container (container_id),
    constraint device_audit_site foreign key (site_id) references site (id),
    constraint device_audit_container foreign key (container_id) references device_record (id),
    check ((container_id is null) = (room <> '')),
    check ((state = 'open') = (closed_at is null)),
    check ((closed_at is null) = (closed_by is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table device_audit_scan (
    audit_id bigint unsigned not null,
    device_id bigint unsigned not null,
    at datetime(3) not null,
    account_id bigint unsigned not null,
    primary key (audit_id, device_id),
    key device_audit_scan_device (device_id),
    constraint device_audit_scan_audit foreign key (audit_id) references device_audit (id),
    constraint device_audit_scan_device foreign key (device_id) references device_record (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What was scanned and is no device that we know.
create table device_audit_unknown (
    audit_id bigint unsigned not null,
    code varchar(64) not null,
    at datetime(3) not null,
    account_id bigint unsigned not null,
    primary key (audit_id, code),
    constraint device_audit_unknown_audit foreign key (audit_id) references device_audit (id),
    check (code <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What came of it, a line for each device, written when the audit is closed.
create table device_audit_line (
    audit_id bigint unsigned not null,
    device_id bigint unsigned not null,
    outcome enum ('present', 'foreign', 'missing', 'elsewhere', 'out_but_here', 'found') not null,
    act enum ('none', 'move_here', 'send_home', 'mark_missing', 'make_ready', 'leave') not null,
    -- where it was by our records then
    custody enum ('in_stock', 'on_loan', 'assigned', 'in_container', 'at_repair', 'in_transit', 'gone') not null,
    -- when a console had seen it last
    last_seen_at datetime(3) null,
    primary key (audit_id, device_id),
    key device_audit_line_device (device_id, audit_id),
    constraint device_audit_line_audit foreign key (audit_id) references device_audit (id),
    constraint device_audit_line_device foreign key (device_id) references device_record (id),
    check (act not in ('move_here', 'send_home') or outcome = 'foreign'),
    check (act <> 'mark_missing' or outcome = 'missing'),
    check (act <> 'make_ready' or outcome = 'found')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What is done to devices again and again.
create table upkeep_plan (
    id int unsigned not null auto_increment primary key,
    kind enum ('cleaning', 'battery', 'lamp', 'filter', 'inspection', 'other') not null,
    name varchar(150) not null,
    -- null: of every category, model or site
    category enum ('chromebook', 'laptop', 'tablet', 'hotspot', 'camera', 'projector', 'whiteboard', 'calculator', 'audio', 'charger',
        'cart', 'kit', 'other') null,
    model_id int unsigned null,
    site_id int unsigned null,
    -- how often: one of the two; hours are those of the device's own meter
    every_days smallint unsigned null,
    every_hours int unsigned null,
    -- days on which the school is open; false: every day counts
    school_days boolean not null default false,
    -- from when on it counts where it was never done
    counts_from date not null,
    active boolean not null default true,
    version int unsigned not null default 1,
    unique key upkeep_plan_name (name),
    key upkeep_plan_model (model_id),
    key upkeep_plan_site (site_id),
    constraint upkeep_plan_model foreign key (model_id) references device_model (id),
    constraint upkeep_plan_site foreign key (site_id) references site (id),
    check (name <> ''),
    check ((every_days is null) <> (every_hours is null)),
    check (every_days > 0 and every_days <= 3660),
    check (every_hours > 0),
    check (every_days is not null or not school_days)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- It was done. Only grows.
create table upkeep_done (
    id bigint unsigned not null auto_increment primary key,
    plan_id int unsigned not null,
    device_id bigint unsigned not null,
    done_at datetime(3) not null,
    -- the day at the device's site
    done_on date not null,
    -- of staff
    account_id bigint unsigned not null,
    -- what the meter says from here on: after a new lamp, often 0
    meter_hours int unsigned null,
    note varchar(500) not null default '',
    cost_cents int unsigned null,
    -- the same request again does nothing a second time
    request_id uuid not null,
    unique key upkeep_done_once (request_id, device_id, plan_id),
    key upkeep_done_last (plan_id, device_id, id),
    key upkeep_done_device (device_id, id),
    constraint upkeep_done_plan foreign key (plan_id) references upkeep_plan (id),
    constraint upkeep_done_device foreign key (device_id) references device_record (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What somebody read from the hour meter of a device.
create table device_meter (
    id bigint unsigned not null auto_increment primary key,
    device_id bigint unsigned not null,
    hours int unsigned not null,
    at datetime(3) not null,
    -- of staff
    account_id bigint unsigned not null,
    key device_meter_device (device_id, id),
    constraint device_meter_device foreign key (device_id) references device_record (id),
    check (hours <= 1000000)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- How long a device of a category is of use, and what it is worth then.
create table depreciation_rule (
    category enum ('chromebook', 'laptop', 'tablet', 'hotspot', 'camera', 'projector', 'whiteboard', 'calculator', 'audio', 'charger',
        'cart', 'kit', 'other') not null primary key,
    life_months smallint unsigned not null,
    -- of the price
    residual_percent tinyint unsigned not null default 0,
    version int unsigned not null default 1,
    check (life_months between 1 and 600),
    check (residual_percent <= 100)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

insert into depreciation_rule (category, life_months, residual_percent) values
    ('chromebook', 60, 5), ('laptop', 60, 10), ('tablet', 48, 5), ('hotspot', 36, 0), ('camera', 60, 10), ('projector', 84, 0),
    ('whiteboard', 96, 0), ('calculator', 120, 0), ('audio', 84, 0), ('charger', 36, 0), ('cart', 120, 10), ('kit', 60, 0),
    ('other', 60, 0);

-- What is still owed for loans of a thing: whoever retires it is told.
create view item_owed as
    select l.item_id, sum(c.amount + coalesce((select sum(e.delta) from charge_entry e where e.charge_id = c.id), 0)) as owed
    from loan l join charge c on c.loan_id = l.id group by l.item_id;
