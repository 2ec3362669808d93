-- Who can sign in, who is signed in, how often it was tried, and what was done. Times are UTC.
-- Secrets are kept as hashes only: passwords slow and salted, random tokens and short-lived codes as SHA-256.

create table account (
    id int unsigned not null auto_increment primary key,
    -- lower case; compared byte for byte
    username varchar(64) character set ascii collate ascii_bin not null,
    display_name varchar(100) not null,
    role enum ('student', 'teacher', 'substitute', 'technician', 'aide', 'librarian', 'admin') not null,
    -- null: all sites
    site_id int unsigned null,
    -- names its algorithm and cost; null: nobody gets in by password
    password_hash varchar(255) character set ascii collate ascii_bin null,
    -- with which a new password can be chosen, once
    code_hash binary(32) null,
    code_ends_at datetime(3) null,
    disabled_at datetime(3) null,
    -- of the sample school: gets a new password at each start
    demo boolean not null default false,
    created_at datetime(3) not null,
    changed_at datetime(3) not null,
    unique key account_username (username),
    constraint account_site foreign key (site_id) references site (id),
    check (username <> '' and display_name <> ''),
    check ((code_hash is null) = (code_ends_at is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table account_session (
    id bigint unsigned not null auto_increment primary key,
    token_hash binary(32) not null,
    account_id int unsigned not null,
    -- desk and student sessions come with desks that lock and with card and PIN
    kind enum ('staff', 'desk', 'student') not null default 'staff',
    created_at datetime(3) not null,
    last_used_at datetime(3) not null,
    -- when the person last showed who they are
    proven_at datetime(3) not null,
    ends_at datetime(3) not null,
    unique key account_session_token (token_hash),
    key account_session_end (ends_at),
    constraint account_session_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A browser from which a person once signed in: others who try their name cannot keep them out there.
create table known_browser (
    token_hash binary(32) not null,
    account_id int unsigned not null,
    last_used_at datetime(3) not null,
    primary key (token_hash, account_id),
    key known_browser_use (last_used_at),
    constraint known_browser_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- How often was it tried? Names and addresses stand here as SHA-256 only, and for a day.
create table sign_in_try (
    try_key binary(32) not null primary key,
    failures double not null,
    last_at datetime(3) not null,
    key sign_in_try_last (last_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The code that the program prints, with which the first administrator is made. At most one.
create table setup_code (
    id tinyint unsigned not null primary key check (id = 1),
    code_hash binary(32) not null,
    ends_at datetime(3) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Who did what with whose data. Rows are only ever added; each holds the hash of the one before, so that one that was
-- changed or taken out shows. No foreign keys: what is said here stays when an account goes.
create table audit_event (
    id bigint unsigned not null primary key,
    at datetime(3) not null,
    -- account; null: nobody who was signed in
    actor_id int unsigned null,
    action varchar(40) character set ascii collate ascii_bin not null,
    -- what the thing is that it was done to, and which one
    subject_kind varchar(20) character set ascii collate ascii_bin null,
    subject_id bigint unsigned null,
    payload varbinary(4000) null,
    -- the key the payload is encrypted with: for when people get keys of their own
    payload_key bigint unsigned null,
    previous_hash binary(32) not null,
    hash binary(32) not null,
    key audit_event_subject (subject_kind, subject_id, id),
    key audit_event_actor (actor_id, id),
    check ((subject_kind is null) = (subject_id is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table audit_head (
    id tinyint unsigned not null primary key check (id = 1),
    last_id bigint unsigned not null,
    hash binary(32) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
insert into audit_head (id, last_id, hash) values (1, 0, unhex(repeat('00', 32)));
