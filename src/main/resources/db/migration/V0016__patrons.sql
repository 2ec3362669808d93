-- Who may borrow. There are no columns for birth dates, government numbers or pictures, so that none can be kept.
-- Times are UTC. Numbers and names for signing in compare byte for byte: MIXEDCASE and mixedcase are two people.

-- Where rosters come from: a student information system, or a list with its own columns.
create table roster_source (
    id int unsigned not null auto_increment primary key,
    name varchar(100) not null,
    -- a plain list: which of its columns is which field, as JSON; null for OneRoster
    mapping longtext character set utf8mb4 collate utf8mb4_bin null,
    unique key roster_source_name (name),
    check (name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Ids come from a sequence, so that a roster knows them before it writes thousands at once.
create sequence patron_id start with 1 increment by 1 cache 1000;

create table patron (
    id bigint unsigned not null default (next value for patron_id) primary key,
    -- whose roster fills the fields; null for a person who was added by hand
    source_id int unsigned null,
    -- the student's or employee's number
    identifier varchar(64) character set utf8mb4 collate utf8mb4_bin not null default '',
    username varchar(255) character set utf8mb4 collate utf8mb4_bin not null default '',
    email varchar(254) not null default '',
    given_name varchar(200) not null default '',
    middle_name varchar(200) not null default '',
    family_name varchar(200) not null,
    preferred_name varchar(200) not null default '',
    category enum ('student', 'teacher', 'staff', 'volunteer', 'other') not null default 'student',
    grade varchar(16) not null default '',
    homeroom varchar(100) not null default '',
    site_id int unsigned null,
    -- the grown-up to write to: a contact, never a borrower
    guardian_name varchar(200) not null default '',
    guardian_email varchar(254) not null default '',
    guardian_phone varchar(40) not null default '',
    status enum ('active', 'inactive', 'graduated', 'merged') not null default 'active',
    -- since when the status holds; null while active
    left_on date null,
    -- the first roster this person was missing from; null while present
    missing_since date null,
    expires_on date null,
    note text not null default '',
    -- names of fields that people here changed, with commas between: rosters leave them alone
    local_fields varchar(300) character set ascii collate ascii_bin not null default '',
    merged_into bigint unsigned null,
    version int unsigned not null default 1,
    created_at datetime(3) not null default utc_timestamp(3),
    changed_at datetime(3) not null default utc_timestamp(3),
    key patron_identifier (identifier),
    key patron_username (username),
    key patron_names (family_name, given_name),
    key patron_grade (grade, homeroom),
    key patron_missing (missing_since),
    constraint patron_source foreign key (source_id) references roster_source (id),
    constraint patron_site foreign key (site_id) references site (id),
    constraint patron_merged foreign key (merged_into) references patron (id),
    check (family_name <> ''),
    check ((merged_into is null) = (status <> 'merged'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Under which ids a roster knows, or knew, a person. Ids change; the old ones still lead here.
create table patron_source_key (
    source_id int unsigned not null,
    sourced_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    patron_id bigint unsigned not null,
    -- the one that the roster uses now
    latest boolean not null default true,
    primary key (source_id, sourced_id),
    key patron_source_key_patron (patron_id),
    constraint patron_source_key_source foreign key (source_id) references roster_source (id),
    constraint patron_source_key_patron foreign key (patron_id) references patron (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The words by which a person is found, folded: no case, accents, apostrophes or hyphens.
create table patron_word (
    word varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    patron_id bigint unsigned not null,
    primary key (word, patron_id),
    key patron_word_patron (patron_id),
    constraint patron_word_patron foreign key (patron_id) references patron (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table patron_card (
    id bigint unsigned not null auto_increment primary key,
    patron_id bigint unsigned not null,
    number varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    status enum ('active', 'replaced', 'lost') not null default 'active',
    -- a card that a roster gave is replaced when the roster gives another
    from_roster boolean not null default false,
    added_at datetime(3) not null,
    ended_at datetime(3) null,
    -- only one person has a number at a time; old cards keep theirs
    active_number varchar(40) character set utf8mb4 collate utf8mb4_bin
        as (if(status = 'active', number, null)) persistent,
    unique key patron_card_active (active_number),
    key patron_card_number (number),
    key patron_card_patron (patron_id),
    constraint patron_card_patron foreign key (patron_id) references patron (id),
    check (number <> ''),
    check ((status = 'active') = (ended_at is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table patron_block (
    id bigint unsigned not null auto_increment primary key,
    patron_id bigint unsigned not null,
    reason varchar(500) not null,
    -- the last day it holds; null until it is lifted
    until_on date null,
    set_by varchar(100) not null,
    set_at datetime(3) not null,
    lifted_by varchar(100) null,
    lifted_at datetime(3) null,
    key patron_block_patron (patron_id),
    constraint patron_block_patron foreign key (patron_id) references patron (id),
    check (reason <> ''),
    check ((lifted_by is null) = (lifted_at is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What people did to a patron, in words of our own: names of fields, never what stood in them.
create table patron_event (
    id bigint unsigned not null auto_increment primary key,
    patron_id bigint unsigned not null,
    happened_at datetime(3) not null,
    by_whom varchar(100) not null,
    kind varchar(32) character set ascii collate ascii_bin not null,
    detail varchar(500) not null default '',
    key patron_event_patron (patron_id, id),
    constraint patron_event_patron foreign key (patron_id) references patron (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What moved from one patron to another when two were found to be one person.
create table patron_merge (
    id bigint unsigned not null auto_increment primary key,
    kept_id bigint unsigned not null,
    merged_id bigint unsigned not null,
    merged_at datetime(3) not null,
    by_whom varchar(100) not null,
    -- {"cards":[…],"blocks":[…],"sourcedIds":[…],"enrolments":[…],"fields":[…]}: ids and names of fields
    moved longtext character set utf8mb4 collate utf8mb4_bin not null,
    key patron_merge_kept (kept_id),
    unique key patron_merge_merged (merged_id),
    constraint patron_merge_kept foreign key (kept_id) references patron (id),
    constraint patron_merge_merged foreign key (merged_id) references patron (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table term (
    id int unsigned not null auto_increment primary key,
    source_id int unsigned not null,
    sourced_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    title varchar(200) not null,
    kind varchar(32) not null,
    starts_on date null,
    ends_on date null,
    parent_sourced_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null default '',
    -- not in the last complete roster
    gone boolean not null default false,
    unique key term_sourced (source_id, sourced_id),
    constraint term_source foreign key (source_id) references roster_source (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table school_class (
    id bigint unsigned not null auto_increment primary key,
    source_id int unsigned not null,
    sourced_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    title varchar(200) not null,
    code varchar(100) not null default '',
    kind enum ('homeroom', 'scheduled') not null default 'scheduled',
    site_id int unsigned null,
    grades varchar(100) not null default '',
    location varchar(100) not null default '',
    periods varchar(100) not null default '',
    -- sourced ids of its terms, with commas between
    terms varchar(500) character set utf8mb4 collate utf8mb4_bin not null default '',
    gone boolean not null default false,
    unique key school_class_sourced (source_id, sourced_id),
    constraint school_class_source foreign key (source_id) references roster_source (id),
    constraint school_class_site foreign key (site_id) references site (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table enrolment (
    id bigint unsigned not null auto_increment primary key,
    source_id int unsigned not null,
    sourced_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    class_id bigint unsigned not null,
    patron_id bigint unsigned not null,
    user_sourced_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    role varchar(32) not null,
    is_primary boolean not null default false,
    begins_on date null,
    ends_on date null,
    unique key enrolment_sourced (source_id, sourced_id),
    key enrolment_class (class_id, role),
    key enrolment_patron (patron_id),
    constraint enrolment_source foreign key (source_id) references roster_source (id),
    constraint enrolment_class foreign key (class_id) references school_class (id),
    constraint enrolment_patron foreign key (patron_id) references patron (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
