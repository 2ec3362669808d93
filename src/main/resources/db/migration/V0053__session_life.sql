-- Time in the life of sessions: series, who waits, who stands in for whom, and what a change of the timetable has done to them.

-- Each of its sessions as it is planned: what is added later is wished so.
alter table session_series add wish varchar(4000) not null after teacher_id;

-- Days of a series that could not be had, or were left out: they can be added when they are free.
create table session_series_skip (
    series_id bigint unsigned not null,
    on_date date not null,
    primary key (series_id, on_date),
    constraint session_series_skip_series foreign key (series_id) references session_series (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Who was refused and waits for the whole session, in the order in which they asked.
create table session_wait (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    teacher_id bigint unsigned not null,
    -- as whom policies see who asked
    booker enum ('teacher', 'technician', 'librarian', 'administrator') not null,
    -- the account that asked
    account_id int unsigned null,
    -- the whole wish, as the program writes it
    wish varchar(4000) not null,
    on_date date not null,
    state enum ('waiting', 'offered', 'missed', 'booked', 'given_up') not null default 'waiting',
    offer_id uuid null,
    offered_until datetime(3) null,
    request_id uuid not null,
    made_at datetime(3) not null,
    unique key session_wait_request (request_id),
    key session_wait_state (state, site_id, id),
    key session_wait_teacher (teacher_id, on_date),
    constraint session_wait_site foreign key (site_id) references site (id),
    constraint session_wait_teacher foreign key (teacher_id) references session_teacher (id),
    constraint session_wait_account foreign key (account_id) references account (id) on delete set null,
    check ((state = 'offered') = (offer_id is not null)),
    check ((offer_id is null) = (offered_until is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

alter table booking_offer add constraint booking_offer_waiting foreign key (waiting_id) references session_wait (id) on delete cascade;

-- Who has the sessions of a teacher on some days, and nothing else.
create table acting_for (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    teacher_id bigint unsigned not null,
    -- the account of the substitute
    account_id int unsigned not null,
    from_on date not null,
    -- included
    to_on date not null,
    set_by int unsigned null,
    set_at datetime(3) not null,
    ended_at datetime(3) null,
    key acting_for_account (account_id, to_on),
    key acting_for_site (site_id, to_on),
    constraint acting_for_site foreign key (site_id) references site (id),
    constraint acting_for_teacher foreign key (teacher_id) references session_teacher (id),
    constraint acting_for_account foreign key (account_id) references account (id) on delete cascade,
    constraint acting_for_set_by foreign key (set_by) references account (id) on delete set null,
    check (from_on <= to_on)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- So many minutes after its beginning a session to which nobody came is given back. Without a row: 10.
create table session_release (
    site_id int unsigned not null primary key,
    -- null: never
    after_minutes smallint unsigned null,
    constraint session_release_site foreign key (site_id) references site (id),
    check (after_minutes between 1 and 240)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What somebody changed of a timetable while sessions were booked, so that it can be taken back.
create table timetable_change (
    id bigint unsigned not null auto_increment primary key,
    request_id uuid not null,
    site_id int unsigned not null,
    -- types of days and bells as they were, as the program writes it
    before_text mediumtext not null,
    made_at datetime(3) not null,
    made_by int unsigned null,
    undone_at datetime(3) null,
    undone_by int unsigned null,
    unique key timetable_change_once (request_id),
    key timetable_change_site (site_id, id),
    constraint timetable_change_site foreign key (site_id) references site (id),
    constraint timetable_change_made_by foreign key (made_by) references account (id) on delete set null,
    constraint timetable_change_undone_by foreign key (undone_by) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Each session that it moved or called off: when it was, and in which version the change has left it.
create table timetable_change_session (
    change_id bigint unsigned not null,
    session_id bigint unsigned not null,
    on_date date not null,
    first_period tinyint unsigned not null,
    last_period tinyint unsigned not null,
    starts_at datetime not null,
    ends_at datetime not null,
    state enum ('requested', 'booked') not null,
    version_after int unsigned not null,
    primary key (change_id, session_id),
    constraint timetable_change_session_change foreign key (change_id) references timetable_change (id) on delete cascade,
    constraint timetable_change_session_session foreign key (session_id) references class_session (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Letters to who waits for a session: it can be had.
alter table notice_text
    modify kind enum ('due_soon', 'overdue', 'hold_ready', 'lost', 'homeroom_digest', 'system_note', 'lost_soon', 'loaner', 'work_order',
        'session_offer') not null;

alter table notice
    modify kind enum ('due_soon', 'overdue', 'hold_ready', 'lost', 'homeroom_digest', 'system_note', 'lost_soon', 'loaner', 'work_order',
        'session_offer') not null;

alter table notice_part modify what enum ('loan', 'hold', 'roster_run', 'ticket', 'session_wait') not null;
