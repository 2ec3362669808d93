-- What a device goes out with, who has signed for it, and what declined devices are waited for. Times are UTC.

-- One row for each thing that was to go out with a device: a charger, each of two batteries. It has no barcode; where it is, is here.
create table lent_accessory (
    id bigint unsigned not null auto_increment primary key,
    device_id bigint unsigned not null,
    type_id int unsigned not null,
    -- whose count it has left
    site_id int unsigned not null,
    -- of several of one kind: 1, 2
    number tinyint unsigned not null,
    -- what it went out with: a loan or an assignment
    loan_id bigint unsigned null,
    assignment_id bigint unsigned null,
    state enum ('out', 'not_given', 'back', 'owed', 'let_go') not null,
    -- whether the count went down for it: false where nobody counts such things, and then it never goes up for it either
    counted boolean not null,
    since datetime(3) not null,
    -- who owes it: only while it is owed, whatever is forgotten of the loan
    patron_id bigint unsigned null,
    -- with which request it was charged
    charge_request uuid null,
    unique key lent_accessory_loan (loan_id, type_id, number),
    unique key lent_accessory_assignment (assignment_id, type_id, number),
    key lent_accessory_owed (patron_id),
    key lent_accessory_device (device_id, state),
    constraint lent_accessory_device foreign key (device_id) references device_record (id),
    constraint lent_accessory_type foreign key (type_id) references accessory_type (id),
    constraint lent_accessory_site foreign key (site_id) references site (id),
    constraint lent_accessory_loan foreign key (loan_id) references loan (id) on delete cascade,
    constraint lent_accessory_assignment foreign key (assignment_id) references device_assignment (id),
    constraint lent_accessory_patron foreign key (patron_id) references patron (id),
    constraint lent_accessory_one_cause check ((loan_id is null) <> (assignment_id is null)),
    constraint lent_accessory_owed check ((state = 'owed') = (patron_id is not null)),
    check (number > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Of a person, or of a room that gets a device for some time (decision 0048): a room is no person and has no loan.
alter table device_assignment drop constraint if exists CONSTRAINT_1;
alter table device_assignment drop constraint if exists CONSTRAINT_2;
alter table device_assignment
    -- empty: of a person
    add column room varchar(100) not null default '' after patron_id,
    -- with which it was assigned: the same again does nothing
    add column request_id uuid null,
    add unique key device_assignment_request (request_id),
    add constraint device_assignment_owner check (ended_at is not null or (patron_id is not null) <> (room <> '')),
    add constraint device_assignment_ended check ((ended_at is null) = (end_reason is null));

-- What people sign before they get a device: for whom and for what. Its words are in versions.
create table agreement (
    id int unsigned not null auto_increment primary key,
    name varchar(100) not null,
    -- null: of all sites
    site_id int unsigned null,
    -- null: everybody
    patron_category enum ('student', 'teacher', 'staff', 'volunteer', 'other') null,
    -- null: every device
    device_category enum ('chromebook', 'laptop', 'tablet', 'hotspot', 'camera', 'projector', 'whiteboard', 'calculator', 'audio',
        'charger', 'cart', 'kit', 'other') null,
    -- the year in which the school year begins, from August to July
    school_year smallint unsigned not null,
    ended_at datetime(3) null,
    key agreement_year (school_year, ended_at),
    constraint agreement_site foreign key (site_id) references site (id),
    check (name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Never changed: other words are another version, which is signed anew.
create table agreement_version (
    agreement_id int unsigned not null,
    version smallint unsigned not null,
    text_en mediumtext not null,
    text_es mediumtext not null,
    published_at datetime(3) not null,
    -- of staff
    published_by bigint unsigned null,
    primary key (agreement_id, version),
    constraint agreement_version_agreement foreign key (agreement_id) references agreement (id),
    check (version > 0 and text_en <> '' and text_es <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Yes or no to a version. Only grows; the last one holds.
create table agreement_answer (
    id bigint unsigned not null auto_increment primary key,
    agreement_id int unsigned not null,
    version smallint unsigned not null,
    patron_id bigint unsigned not null,
    accepted boolean not null,
    way enum ('desk', 'paper', 'own_account') not null,
    -- who signed: the person, or a guardian, as typed
    signer_name varchar(200) not null,
    -- the line of a pen: an SVG path of M, L and numbers only; empty: typed
    signature mediumtext character set ascii collate ascii_bin not null default '',
    at datetime(3) not null,
    -- who was signed in: staff at the desk, or the person
    account_id bigint unsigned null,
    request_id uuid not null,
    unique key agreement_answer_once (request_id),
    key agreement_answer_patron (patron_id, agreement_id, id),
    constraint agreement_answer_version foreign key (agreement_id, version) references agreement_version (agreement_id, version),
    constraint agreement_answer_patron foreign key (patron_id) references patron (id),
    check (signer_name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Somebody declined and has a device still: the desk has to get it (B69). Over when the device is here.
create table handback_task (
    id bigint unsigned not null auto_increment primary key,
    device_id bigint unsigned not null,
    -- null: over
    patron_id bigint unsigned null,
    agreement_id int unsigned not null,
    opened_at datetime(3) not null,
    closed_at datetime(3) null,
    open_device bigint unsigned generated always as (if(closed_at is null, device_id, null)) stored,
    unique key handback_task_open (open_device),
    key handback_task_patron (patron_id),
    constraint handback_task_device foreign key (device_id) references device_record (id),
    constraint handback_task_patron foreign key (patron_id) references patron (id),
    constraint handback_task_agreement foreign key (agreement_id) references agreement (id),
    constraint handback_task_whose check ((closed_at is null) = (patron_id is not null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Who has a device: on loan, else for the year. A room is nobody.
create or replace view item_holder as
    select open_item as item_id, patron_id from loan where open_item is not null
    union all
    select d.item_id, y.patron_id from device_assignment y join device_record d on d.id = y.open_device
        where y.patron_id is not null and not exists (select 1 from loan l where l.open_item = d.item_id);

alter table device_event modify kind enum ('added', 'edited', 'condition_set', 'tag_changed', 'moved', 'retired', 'reactivated',
    'mdm_linked', 'note', 'assigned', 'assignment_ended') not null;
