-- Repair: what a ticket needs besides the core of V0043, loaners, parts, photos and what a school has decided about costs. Times are UTC.

-- Whether a device is one of those that are lent while somebody's own is mended.
alter table device_record add column loaner boolean not null default false after room;

alter table repair_ticket
    -- the same request again opens no second one
    add column request_id uuid null after id,
    -- what kind of thing it is, where nobody has tagged it
    add column thing enum ('chromebook', 'laptop', 'tablet', 'hotspot', 'camera', 'projector', 'whiteboard', 'calculator', 'audio',
        'charger', 'cart', 'kit', 'other') null after device_id,
    add column priority enum ('low', 'normal', 'high') not null default 'normal' after state,
    -- of the district's or the vendor's own system
    add column reference varchar(60) not null default '' after priority,
    add column labor_minutes int unsigned not null default 0,
    -- what others have charged the school for it, besides parts and labor
    add column bill_cents int unsigned not null default 0,
    -- of the device before the ticket changed it: what a ticket that is cancelled goes back to
    add column condition_before enum ('pre_receipt', 'ready', 'needs_check', 'broken', 'waiting_parts', 'at_vendor', 'retired_pending')
        null,
    -- what was decided about the family's part; null: nothing yet
    add column cover enum ('none', 'insurance', 'warranty', 'wear') null,
    add column charge_cents int unsigned null,
    -- by which the charge is found among those of the person
    add column charge_request uuid null,
    add unique key repair_ticket_once (request_id),
    add key repair_ticket_reference (reference),
    add key repair_ticket_opener (opened_by, id),
    add key repair_ticket_forget (closed_at, patron_id),
    add constraint repair_ticket_decided check ((cover is null) = (charge_cents is null)),
    add constraint repair_ticket_charged check (charge_request is null or charge_cents > 0),
    add constraint repair_ticket_something check (device_id is not null or room <> '');

-- What happened to a ticket. Only grows; the words go when the person is erased.
create table repair_event (
    id bigint unsigned not null auto_increment primary key,
    ticket_id bigint unsigned not null,
    at datetime(3) not null,
    -- of staff; null: a job
    account_id bigint unsigned null,
    kind enum ('opened', 'step', 'note', 'reported_again', 'edited', 'part_used', 'part_back', 'charged', 'lent', 'handed_back',
        'undone', 'photo', 'sent') not null,
    -- codes and values, never a person
    was varchar(100) not null default '',
    becomes varchar(100) not null default '',
    -- typed by staff
    note varchar(2000) not null default '',
    key repair_event_ticket (ticket_id, id),
    constraint repair_event_ticket foreign key (ticket_id) references repair_ticket (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Loans of the meantime: who has a loaner, and for which ticket, says the loan.
create table repair_loaner (
    loan_id bigint unsigned not null primary key,
    ticket_id bigint unsigned not null,
    -- the loan that the broken device came back from at that moment; null: it is somebody's for the year, or was back already
    broken_loan bigint unsigned null,
    request_id uuid not null,
    -- whether the ticket was opened by the same scans
    opened_ticket boolean not null,
    at datetime(3) not null,
    -- of staff
    account_id bigint unsigned not null,
    -- of the scans that brought it back
    back_request uuid null,
    unique key repair_loaner_once (request_id),
    key repair_loaner_ticket (ticket_id),
    constraint repair_loaner_loan foreign key (loan_id) references loan (id),
    constraint repair_loaner_ticket foreign key (ticket_id) references repair_ticket (id),
    constraint repair_loaner_broken foreign key (broken_loan) references loan (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table repair_part_type (
    id int unsigned not null auto_increment primary key,
    name varchar(100) not null,
    price_cents int unsigned not null default 0,
    unique key repair_part_type_name (name),
    check (name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table repair_part_stock (
    type_id int unsigned not null,
    site_id int unsigned not null,
    -- signed, so that taking too many breaks the check and not the arithmetic
    quantity int not null,
    primary key (type_id, site_id),
    constraint repair_part_stock_type foreign key (type_id) references repair_part_type (id),
    constraint repair_part_stock_site foreign key (site_id) references site (id),
    constraint repair_part_stock_never_below_zero check (quantity >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Every change of a count. Its sum is the count; what a ticket used is its part of it.
create table repair_part_move (
    id bigint unsigned not null auto_increment primary key,
    type_id int unsigned not null,
    site_id int unsigned not null,
    -- up when positive
    quantity int not null,
    why enum ('bought', 'counted', 'used', 'put_back') not null,
    ticket_id bigint unsigned null,
    -- what one cost at that time
    price_cents int unsigned not null,
    at datetime(3) not null,
    account_id bigint unsigned null,
    request_id uuid not null,
    unique key repair_part_move_once (request_id),
    key repair_part_move_stock (type_id, site_id, id),
    key repair_part_move_ticket (ticket_id),
    constraint repair_part_move_stock foreign key (type_id, site_id) references repair_part_stock (type_id, site_id),
    constraint repair_part_move_ticket foreign key (ticket_id) references repair_ticket (id),
    check (quantity <> 0),
    check ((ticket_id is not null) = (why in ('used', 'put_back')))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Pictures of devices and of what is broken: drawn anew here, so nothing of the file that was sent is in them.
create table device_photo (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    ticket_id bigint unsigned null,
    device_id bigint unsigned null,
    jpeg mediumblob not null,
    width smallint unsigned not null,
    height smallint unsigned not null,
    added_at datetime(3) not null,
    -- of staff
    added_by bigint unsigned not null,
    request_id uuid not null,
    unique key device_photo_once (request_id),
    key device_photo_ticket (ticket_id),
    key device_photo_device (device_id),
    constraint device_photo_site foreign key (site_id) references site (id),
    constraint device_photo_ticket foreign key (ticket_id) references repair_ticket (id),
    constraint device_photo_device foreign key (device_id) references device_record (id),
    check ((ticket_id is null) <> (device_id is null)),
    check (length(jpeg) between 1 and 2000000)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What a school has decided about repairs. A site without a row does as org.carrel.devices.RepairPolicy says.
create table repair_policy (
    site_id int unsigned not null primary key,
    version int unsigned not null default 1,
    -- open hours by the school's calendar within which a ticket is to be closed
    high_hours smallint unsigned not null,
    normal_hours smallint unsigned not null,
    low_hours smallint unsigned not null,
    -- cents an hour
    labor_rate int unsigned not null,
    -- of the cost, with insurance and without
    insured_percent tinyint unsigned not null,
    uninsured_percent tinyint unsigned not null,
    -- cents; null: no cap but the price of the device
    cap_cents int unsigned null,
    -- so many claims of a person within a year are free, and so many the insurance pays for at all
    free_claims tinyint unsigned not null,
    insured_claims tinyint unsigned not null,
    insured_by_default boolean not null,
    -- to whom work orders go; empty: nobody by mail
    district_mail varchar(254) not null default '',
    -- the same fault so many times on one model within so many days
    pattern_count tinyint unsigned not null,
    pattern_days smallint unsigned not null,
    constraint repair_policy_site foreign key (site_id) references site (id) on delete cascade,
    check (high_hours > 0 and normal_hours > 0 and low_hours > 0),
    check (insured_percent <= 100 and uninsured_percent <= 100),
    check (free_claims <= insured_claims),
    check (pattern_count >= 2 and pattern_days > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Letters about loaners, and work orders to whoever mends things for the district, who is nobody of ours.
alter table notice_text
    modify kind enum ('due_soon', 'overdue', 'hold_ready', 'lost', 'homeroom_digest', 'system_note', 'lost_soon', 'loaner', 'work_order')
        not null;

alter table notice
    modify kind enum ('due_soon', 'overdue', 'hold_ready', 'lost', 'homeroom_digest', 'system_note', 'lost_soon', 'loaner', 'work_order')
        not null,
    modify way enum ('own_mail', 'guardian_mail', 'teacher_mail', 'admin_mail', 'paper', 'district_mail') not null,
    drop constraint CONSTRAINT_3,
    add constraint notice_to_somebody check (patron_id is not null or kind in ('system_note', 'work_order'));

alter table notice_part modify what enum ('loan', 'hold', 'roster_run', 'ticket') not null;
