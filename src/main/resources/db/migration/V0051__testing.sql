-- Testing days: windows, rooms, seats, readiness of devices, incidents. No content of tests, no tickets, codes or passwords (TS-6).

-- Something that is needed may be on the device alone, as answers that were not sent: it is not lent, mended or wiped before it is let go.
create table device_keep (
    id bigint unsigned not null auto_increment primary key,
    device_id bigint unsigned not null,
    since datetime(3) not null,
    kept_by int unsigned null,
    released_at datetime(3) null,
    released_by int unsigned null,
    open_device bigint unsigned generated always as (if(released_at is null, device_id, null)) stored,
    unique key device_keep_open (open_device),
    key device_keep_device (device_id),
    constraint device_keep_device foreign key (device_id) references device_record (id),
    constraint device_keep_kept_by foreign key (kept_by) references account (id) on delete set null,
    constraint device_keep_released_by foreign key (released_by) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

alter table device_event
    modify kind enum ('added', 'edited', 'condition_set', 'tag_changed', 'moved', 'retired', 'reactivated', 'mdm_linked', 'note',
        'assigned', 'assignment_ended', 'audited', 'upkeep', 'kept', 'let_go') not null;

-- Librarians whom an administrator has named.
create table test_coordinator (
    account_id int unsigned not null primary key,
    named_by int unsigned null,
    named_at datetime(3) not null,
    constraint test_coordinator_account foreign key (account_id) references account (id) on delete cascade,
    constraint test_coordinator_named_by foreign key (named_by) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What tests are taken with, and what has to be looked at on each device before.
create table testing_program (
    id int unsigned not null auto_increment primary key,
    name varchar(60) not null,
    retired_at datetime(3) null,
    unique key testing_program_name (name),
    check (name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table testing_check (
    id int unsigned not null auto_increment primary key,
    program_id int unsigned not null,
    name_en varchar(80) not null,
    -- empty: as in English
    name_es varchar(80) not null default '',
    -- so long it holds
    days smallint unsigned not null,
    position smallint unsigned not null default 0,
    retired_at datetime(3) null,
    unique key testing_check_name (program_id, name_en),
    constraint testing_check_program foreign key (program_id) references testing_program (id),
    check (name_en <> '' and days between 1 and 400)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

insert into testing_program (name) values ('TestNav'), ('DRC INSIGHT');

insert into testing_check (program_id, name_en, name_es, days, position)
select p.id, c.name_en, c.name_es, c.days, c.position
from testing_program p join (
    select 'TestNav' program, 'Managed by the school' name_en, 'Administrado por la escuela' name_es, 1 days, 1 position
    union all select 'TestNav', 'App is the current version', 'La aplicación es la versión actual', 30, 2
    union all select 'TestNav', 'App Check passed', 'App Check superado', 30, 3
    union all select 'TestNav', 'Keeps data when signed out', 'Conserva los datos al cerrar sesión', 90, 4
    union all select 'TestNav', 'Charged, charger works', 'Cargado y el cargador funciona', 1, 5
    union all select 'TestNav', 'Keyboard, mouse, headphones', 'Teclado, ratón, audífonos', 30, 6
    union all select 'DRC INSIGHT', 'Managed by the school', 'Administrado por la escuela', 30, 1
    union all select 'DRC INSIGHT', 'Secure app is the current version', 'La aplicación segura es la versión actual', 30, 2
    union all select 'DRC INSIGHT', 'System Readiness Check passed', 'System Readiness Check superado', 30, 3
    union all select 'DRC INSIGHT', 'Charged, charger works', 'Cargado y el cargador funciona', 1, 4
    union all select 'DRC INSIGHT', 'Keyboard, mouse, headphones', 'Teclado, ratón, audífonos', 30, 5
) c on c.program = p.name;

-- The latest look at each.
create table device_readiness (
    device_id bigint unsigned not null,
    check_id int unsigned not null,
    passed boolean not null,
    at datetime(3) not null,
    account_id int unsigned null,
    primary key (device_id, check_id),
    constraint device_readiness_device foreign key (device_id) references device_record (id),
    constraint device_readiness_check foreign key (check_id) references testing_check (id),
    constraint device_readiness_account foreign key (account_id) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Days on which a test takes rooms and carts. What it takes are class sessions of the kind testing, one a day.
create table testing_window (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    program_id int unsigned not null,
    name varchar(100) not null,
    made_by int unsigned null,
    made_at datetime(3) not null,
    request_id uuid not null,
    cancelled_at datetime(3) null,
    -- seats and incidents are erased; how many there were
    forgotten_at datetime(3) null,
    forgotten_seats int unsigned null,
    forgotten_incidents int unsigned null,
    unique key testing_window_request (request_id),
    constraint testing_window_site foreign key (site_id) references site (id),
    constraint testing_window_program foreign key (program_id) references testing_program (id),
    constraint testing_window_made_by foreign key (made_by) references account (id) on delete set null,
    check (name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table testing_day (
    session_id bigint unsigned not null primary key,
    window_id bigint unsigned not null,
    key testing_day_window (window_id),
    constraint testing_day_session foreign key (session_id) references class_session (id),
    constraint testing_day_window foreign key (window_id) references testing_window (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A room on a day.
create table testing_room (
    id bigint unsigned not null auto_increment primary key,
    session_id bigint unsigned not null,
    resource_id int unsigned not null,
    unique key testing_room_once (session_id, resource_id),
    constraint testing_room_day foreign key (session_id) references testing_day (session_id),
    constraint testing_room_resource foreign key (resource_id) references booking_resource (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table testing_proctor (
    room_id bigint unsigned not null,
    account_id int unsigned not null,
    primary key (room_id, account_id),
    key testing_proctor_account (account_id),
    constraint testing_proctor_room foreign key (room_id) references testing_room (id),
    constraint testing_proctor_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Who takes the test there.
create table testing_student (
    id bigint unsigned not null auto_increment primary key,
    room_id bigint unsigned not null,
    patron_id bigint unsigned not null,
    accommodations set ('extended_time', 'small_group', 'read_aloud', 'breaks', 'large_text', 'other') not null default '',
    unique key testing_student_once (room_id, patron_id),
    key testing_student_patron (patron_id),
    constraint testing_student_room foreign key (room_id) references testing_room (id),
    constraint testing_student_patron foreign key (patron_id) references patron (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Who sat at which device: all of them, in order.
create table testing_seat (
    id bigint unsigned not null auto_increment primary key,
    student_id bigint unsigned not null,
    device_id bigint unsigned not null,
    seated_at datetime(3) not null,
    account_id int unsigned null,
    ended_at datetime(3) null,
    -- of the swap that ended it
    why varchar(300) not null default '',
    -- kept since then, for answers that may be on it alone
    keep_id bigint unsigned null,
    open_student bigint unsigned generated always as (if(ended_at is null, student_id, null)) stored,
    unique key testing_seat_student (open_student),
    key testing_seat_of (student_id, id),
    key testing_seat_device (device_id, ended_at),
    constraint testing_seat_student foreign key (student_id) references testing_student (id),
    constraint testing_seat_device foreign key (device_id) references device_record (id),
    constraint testing_seat_account foreign key (account_id) references account (id) on delete set null,
    constraint testing_seat_keep foreign key (keep_id) references device_keep (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Start and stop, breaks, who relieved whom.
create table testing_mark (
    id bigint unsigned not null auto_increment primary key,
    room_id bigint unsigned not null,
    at datetime(3) not null,
    kind enum ('start', 'break', 'resume', 'stop', 'relief_in', 'relief_out') not null,
    account_id int unsigned null,
    key testing_mark_room (room_id, id),
    constraint testing_mark_room foreign key (room_id) references testing_room (id),
    constraint testing_mark_account foreign key (account_id) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What went wrong: only added to.
create table testing_incident (
    id bigint unsigned not null auto_increment primary key,
    room_id bigint unsigned not null,
    -- when it happened, and when it was written down
    at datetime(3) not null,
    noted_at datetime(3) not null,
    account_id int unsigned null,
    device_id bigint unsigned null,
    what varchar(2000) not null,
    action varchar(2000) not null default '',
    -- which entry this one puts right
    corrects bigint unsigned null,
    request_id uuid not null,
    unique key testing_incident_request (request_id),
    key testing_incident_room (room_id, id),
    constraint testing_incident_room foreign key (room_id) references testing_room (id),
    constraint testing_incident_account foreign key (account_id) references account (id) on delete set null,
    constraint testing_incident_device foreign key (device_id) references device_record (id),
    check (what <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table testing_incident_student (
    incident_id bigint unsigned not null,
    student_id bigint unsigned not null,
    primary key (incident_id, student_id),
    key testing_incident_student_student (student_id),
    constraint testing_incident_student_incident foreign key (incident_id) references testing_incident (id),
    constraint testing_incident_student_student foreign key (student_id) references testing_student (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What somebody is writing, until they put it into the log.
create table testing_draft (
    room_id bigint unsigned not null,
    account_id int unsigned not null,
    what varchar(2000) not null default '',
    action varchar(2000) not null default '',
    happened varchar(10) not null default '',
    tag varchar(64) not null default '',
    -- numbers of testing_student
    students varchar(1000) not null default '',
    saved_at datetime(3) not null,
    primary key (room_id, account_id),
    constraint testing_draft_room foreign key (room_id) references testing_room (id),
    constraint testing_draft_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create trigger testing_incident_stays before update on testing_incident for each row
    signal sqlstate '45000' set message_text = 'The incident log only grows: no entry can be changed';
