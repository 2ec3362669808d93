-- What classes book, and their sessions. Days and periods are the school's own; instants are UTC. Spans are half-open.

-- Rises with every change of a site's timetable. Who books holds it shared, who changes days or bells holds it alone.
create table timetable_version (
    site_id int unsigned not null primary key,
    version int unsigned not null default 1,
    constraint timetable_version_site foreign key (site_id) references site (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

insert into timetable_version (site_id) select id from site;

-- Who may book what, when, and how much of it.
create table booking_policy (
    id int unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    name varchar(60) not null,
    roles set ('teacher', 'technician', 'librarian', 'administrator') not null,
    -- so long before it begins, at the latest
    latest_minutes int unsigned not null,
    -- days of school; null: as far as there are days
    days_ahead smallint unsigned null,
    -- sessions of one teacher; null: no limit
    per_day tinyint unsigned null,
    per_week tinyint unsigned null,
    per_term smallint unsigned null,
    days_in_a_row tinyint unsigned null,
    approval boolean not null default false,
    -- called off later than so long before, a session counts as used
    cancel_minutes int unsigned not null,
    unique key booking_policy_name (site_id, name),
    constraint booking_policy_site foreign key (site_id) references site (id),
    check (name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table booking_resource (
    id int unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    -- a part of the library, a room with computers, a cart of devices, a single thing, somebody who helps
    kind enum ('zone', 'lab', 'cart', 'av', 'person') not null,
    name_en varchar(60) not null,
    -- empty: as in English
    name_es varchar(60) not null default '',
    -- how many classes at once: lanes 1 to this
    class_capacity tinyint unsigned not null default 1,
    -- how many people; null: nobody counts
    seat_capacity smallint unsigned null,
    -- to make ready, and to clear away or charge
    minutes_before smallint unsigned not null default 0,
    minutes_after smallint unsigned not null default 0,
    -- which cart or device of the inventory it is
    device_id bigint unsigned null,
    -- who it is
    account_id int unsigned null,
    -- null: the usual one
    policy_id int unsigned null,
    position smallint unsigned not null default 0,
    -- not to be booked any more
    retired_at datetime(3) null,
    live_device bigint unsigned generated always as (if(retired_at is null, device_id, null)) stored,
    unique key booking_resource_name (site_id, name_en),
    unique key booking_resource_live_device (live_device),
    key booking_resource_device (device_id),
    constraint booking_resource_site foreign key (site_id) references site (id),
    constraint booking_resource_device foreign key (device_id) references device_record (id),
    constraint booking_resource_account foreign key (account_id) references account (id),
    constraint booking_resource_policy foreign key (policy_id) references booking_policy (id),
    check (name_en <> '' and class_capacity between 1 and 20)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Whose sessions they are: somebody of the roster, somebody who signs in, mostly both. Locked by who books: quotas are counted so.
create table session_teacher (
    id bigint unsigned not null auto_increment primary key,
    account_id int unsigned null,
    patron_id bigint unsigned null,
    unique key session_teacher_account (account_id),
    unique key session_teacher_patron (patron_id),
    constraint session_teacher_account foreign key (account_id) references account (id) on delete set null,
    constraint session_teacher_patron foreign key (patron_id) references patron (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Sessions that were booked at once, over days of the school.
create table session_series (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    teacher_id bigint unsigned not null,
    -- as the program writes it: weekly MO,WE every 2; types 1,2; days 3
    recurrence varchar(200) not null,
    first_on date not null,
    -- the last day, included
    last_on date not null,
    made_at datetime(3) not null,
    request_id uuid not null,
    unique key session_series_request (request_id),
    constraint session_series_site foreign key (site_id) references site (id),
    constraint session_series_teacher foreign key (teacher_id) references session_teacher (id),
    check (first_on <= last_on)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table class_session (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    kind enum ('research', 'testing', 'maintenance') not null default 'research',
    state enum ('requested', 'booked', 'refused', 'cancelled', 'late_cancelled', 'released', 'displaced') not null,
    -- in calendars, for the life of the session; rises with each change that people have to know of
    uid uuid not null,
    sequence smallint unsigned not null default 0,
    teacher_id bigint unsigned not null,
    class_id bigint unsigned null,
    -- as people call the class
    class_name varchar(200) not null default '',
    grade varchar(20) not null default '',
    heads smallint unsigned not null,
    subject varchar(60) not null default '',
    -- what will the students do?
    purpose varchar(500) not null default '',
    topic varchar(100) not null default '',
    -- so many are to be pulled
    books smallint unsigned not null default 0,
    on_date date not null,
    first_period tinyint unsigned not null,
    last_period tinyint unsigned not null,
    -- of the bells, without time to make ready
    starts_at datetime not null,
    ends_at datetime not null,
    series_id bigint unsigned null,
    -- the day it was planned for
    series_on date null,
    -- pushed out by this one
    displaced_by bigint unsigned null,
    why varchar(500) not null default '',
    -- the class has come
    claimed_at datetime(3) null,
    version int unsigned not null default 1,
    request_id uuid not null,
    booked_by int unsigned null,
    booked_at datetime(3) not null,
    changed_at datetime(3) not null,
    unique key class_session_uid (uid),
    unique key class_session_request (request_id),
    -- one of a series on each of its days
    unique key class_session_of_series (series_id, series_on),
    key class_session_when (site_id, on_date),
    key class_session_teacher (teacher_id, on_date),
    key class_session_displaced (displaced_by),
    constraint class_session_site foreign key (site_id) references site (id),
    constraint class_session_teacher foreign key (teacher_id) references session_teacher (id),
    constraint class_session_class foreign key (class_id) references school_class (id) on delete set null,
    constraint class_session_series foreign key (series_id) references session_series (id),
    constraint class_session_displaced foreign key (displaced_by) references class_session (id),
    constraint class_session_booked_by foreign key (booked_by) references account (id) on delete set null,
    check (starts_at < ends_at),
    check (first_period <= 99 and last_period <= 99),
    check ((series_id is null) = (series_on is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What a session has, or had: history stays when the hold is gone.
create table session_part (
    id bigint unsigned not null auto_increment primary key,
    session_id bigint unsigned not null,
    resource_id int unsigned not null,
    -- people in a zone, devices of a cart
    quantity smallint unsigned not null,
    -- nobody else at the same time
    alone boolean not null default false,
    unique key session_part_once (session_id, resource_id),
    key session_part_resource (resource_id),
    constraint session_part_session foreign key (session_id) references class_session (id),
    constraint session_part_resource foreign key (resource_id) references booking_resource (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The nearest times that were offered to somebody, kept for a moment.
create table booking_offer (
    id uuid not null primary key,
    teacher_id bigint unsigned not null,
    -- the whole wish, as the program writes it
    wish varchar(4000) not null,
    until_at datetime(3) not null,
    -- of a list of who waits, rather than of who stands there
    waiting_id bigint unsigned null,
    key booking_offer_until (until_at),
    constraint booking_offer_teacher foreign key (teacher_id) references session_teacher (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Who has what now: of live sessions and open offers only, time to make ready and to clear away included.
create table resource_hold (
    id bigint unsigned not null auto_increment primary key,
    resource_id int unsigned not null,
    lane tinyint unsigned not null,
    starts_at datetime not null,
    ends_at datetime not null,
    session_id bigint unsigned null,
    offer_id uuid null,
    period for taken (starts_at, ends_at),
    unique key resource_hold_once (resource_id, lane, taken without overlaps),
    key resource_hold_session (session_id),
    key resource_hold_offer (offer_id),
    key resource_hold_when (resource_id, ends_at),
    constraint resource_hold_resource foreign key (resource_id) references booking_resource (id),
    constraint resource_hold_session foreign key (session_id) references class_session (id),
    constraint resource_hold_offer foreign key (offer_id) references booking_offer (id) on delete cascade,
    check (lane >= 1),
    check ((session_id is null) <> (offer_id is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What happened to a session, in order; never changed.
create table session_event (
    id bigint unsigned not null auto_increment primary key,
    session_id bigint unsigned not null,
    at datetime(3) not null,
    kind enum ('requested', 'booked', 'approved', 'refused', 'changed', 'moved', 'cancelled', 'claimed', 'released', 'displaced',
        'restored', 'prepared') not null,
    -- null: the program itself
    account_id int unsigned null,
    -- 2027-03-15 2-2 > 2027-03-16 3-3, a reason
    detail varchar(500) not null default '',
    key session_event_session (session_id, id),
    constraint session_event_session foreign key (session_id) references class_session (id),
    constraint session_event_account foreign key (account_id) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
