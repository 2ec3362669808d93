-- What is written to people: when, in which words, and the outbox. Times are UTC; days and times of day are local to the site.

-- When a site writes. A site without a row does as org.carrel.notices.NoticePolicy says.
create table notice_policy (
    site_id int unsigned not null primary key,
    version int unsigned not null default 1,
    -- so many open days before the due date; 0: never
    due_soon_days tinyint unsigned not null,
    -- days late, with commas between: 1,7,14; empty: never
    overdue_days varchar(100) character set ascii collate ascii_bin not null,
    guardians enum ('never', 'late', 'always') not null,
    digest_day enum ('never', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday') not null,
    send_at time not null,
    constraint notice_policy_site foreign key (site_id) references site (id) on delete cascade,
    check (due_soon_days <= 30 and version >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A site's own words, where it has any; Carrel brings the rest.
create table notice_text (
    site_id int unsigned not null,
    kind enum ('due_soon', 'overdue', 'hold_ready', 'lost', 'homeroom_digest', 'system_note') not null,
    language enum ('en', 'es') not null,
    version int unsigned not null default 1,
    subject varchar(200) not null,
    body text not null,
    changed_at datetime(3) not null,
    -- account
    changed_by int unsigned not null,
    primary key (site_id, kind, language),
    constraint notice_text_site foreign key (site_id) references site (id) on delete cascade,
    check (subject <> '' and body <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The outbox, one row for each letter. It says to whom about what, never in which words: those are made when it is sent, and
-- what it was about is gone with the row of notice_part then.
create table notice (
    id bigint unsigned not null auto_increment primary key,
    -- one letter a person, day, kind and way
    dedupe_key varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    kind enum ('due_soon', 'overdue', 'hold_ready', 'lost', 'homeroom_digest', 'system_note') not null,
    site_id int unsigned not null,
    -- the borrower, or the teacher of a digest; null for a note to administrators
    patron_id bigint unsigned null,
    -- the homeroom of a digest, the number of the administrators' address; else empty
    about varchar(100) not null default '',
    day date not null,
    way enum ('own_mail', 'guardian_mail', 'teacher_mail', 'admin_mail', 'paper') not null,
    state enum ('queued', 'sending', 'sent', 'failed', 'unknown', 'held', 'cancelled') not null default 'queued',
    -- not tried earlier: held back for undo, or until the next try
    not_before datetime(3) not null,
    attempts int unsigned not null default 0,
    -- when a node took it last
    claimed_at datetime(3) null,
    -- of the mail address, hashed, so that nobody gets too many an hour
    address_key binary(32) null,
    problem varchar(32) character set ascii collate ascii_bin null,
    -- of the mail server
    reply_code smallint unsigned null,
    created_at datetime(3) not null,
    done_at datetime(3) null,
    unique key notice_once (dedupe_key),
    key notice_waiting (state, not_before, id),
    key notice_site (site_id, state),
    key notice_patron (patron_id),
    key notice_claimed (claimed_at),
    key notice_address (address_key, claimed_at),
    constraint notice_site foreign key (site_id) references site (id) on delete cascade,
    constraint notice_patron foreign key (patron_id) references patron (id) on delete cascade,
    check ((state in ('sent', 'cancelled')) = (done_at is not null)),
    check (state <> 'sending' or claimed_at is not null),
    check (patron_id is not null or kind = 'system_note')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What a letter that is not out yet is about. No titles: a loan that is forgotten is forgotten here by its number.
create table notice_part (
    notice_id bigint unsigned not null,
    what enum ('loan', 'hold', 'roster_run') not null,
    ref_id bigint unsigned not null,
    primary key (notice_id, what, ref_id),
    key notice_part_ref (what, ref_id),
    constraint notice_part_notice foreign key (notice_id) references notice (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The last day for which a site's letters were made.
create table notice_day (
    site_id int unsigned not null primary key,
    planned_on date not null,
    constraint notice_day_site foreign key (site_id) references site (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
