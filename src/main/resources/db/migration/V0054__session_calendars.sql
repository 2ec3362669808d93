-- Calendars of sessions for other programs, links to single sessions, and letters about sessions. Times are UTC.

-- The address by which a calendar program reads the sessions of one person: kept as a hash, one a person.
create table calendar_feed (
    account_id int unsigned not null primary key,
    token_hash binary(32) not null,
    language enum ('en', 'es') not null,
    made_at datetime(3) not null,
    -- to the hour; null: never
    used_at datetime(3) null,
    unique key calendar_feed_token (token_hash),
    constraint calendar_feed_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Sites and things of which everybody may read when they are taken; without a row nobody may.
create table busy_site (
    site_id int unsigned not null primary key,
    constraint busy_site_site foreign key (site_id) references site (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table busy_resource (
    resource_id int unsigned not null primary key,
    constraint busy_resource_resource foreign key (resource_id) references booking_resource (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Who wants no letters about sessions.
create table session_mail_off (
    account_id int unsigned not null primary key,
    constraint session_mail_off_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A session that whoever has its word may see: what stands on the page tells nothing about students.
create table session_link (
    session_id bigint unsigned not null primary key,
    word char(22) character set ascii collate ascii_bin not null,
    made_at datetime(3) not null,
    unique key session_link_word (word),
    constraint session_link_session foreign key (session_id) references class_session (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What calendars were told last has changed since then.
alter table class_session add key class_session_changed (changed_at);

-- Letters about sessions, to people of the roster and to accounts that have an address.
alter table notice_text
    modify kind enum ('due_soon', 'overdue', 'hold_ready', 'lost', 'homeroom_digest', 'system_note', 'lost_soon', 'loaner', 'work_order',
        'session_offer', 'session', 'session_off') not null;

alter table notice
    modify kind enum ('due_soon', 'overdue', 'hold_ready', 'lost', 'homeroom_digest', 'system_note', 'lost_soon', 'loaner', 'work_order',
        'session_offer', 'session', 'session_off') not null,
    modify way enum ('own_mail', 'guardian_mail', 'teacher_mail', 'admin_mail', 'paper', 'district_mail', 'account_mail') not null,
    -- the account to which it goes, where that is nobody of the roster
    add account_id int unsigned null after patron_id,
    add constraint notice_account foreign key (account_id) references account (id) on delete cascade,
    drop constraint notice_to_somebody,
    add constraint notice_to_somebody check (patron_id is not null or account_id is not null or kind in ('system_note', 'work_order'));

alter table notice_part modify what enum ('loan', 'hold', 'roster_run', 'ticket', 'session_wait', 'session') not null;
