-- What a school has promised about people's data, and what was done for it. Times are UTC.

-- How long everything is kept, each time it was changed: the public page names version and day.
create table retention_schedule (
    version int unsigned not null auto_increment primary key,
    valid_from date not null,
    -- SEARCH_WORDS=400,LOGS=30,…
    days varchar(1000) character set ascii collate ascii_bin not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What is left of people who were erased: how many, never who.
create table erasure_count (
    -- its first day
    month date not null,
    category varchar(16) character set ascii collate ascii_bin not null,
    reason varchar(32) character set ascii collate ascii_bin not null,
    people int unsigned not null,
    primary key (month, category, reason),
    check (people >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Somebody looked at the records of unusually many people, or of their own family.
create table view_alarm (
    account_id int unsigned not null,
    -- the hour in which it was noticed
    hour datetime not null,
    kind enum ('many', 'same_name') not null,
    views int unsigned not null,
    primary key (account_id, hour, kind),
    constraint view_alarm_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Who besides the person and the library may be told which titles a student has, by the law of the state. No row: nobody.
create table title_policy (
    site_id int unsigned not null primary key,
    readers enum ('nobody', 'parent', 'teacher') not null,
    -- the statute that says so
    statute varchar(500) not null,
    reason varchar(500) not null,
    changed_at datetime(3) not null,
    -- account
    changed_by int unsigned not null,
    constraint title_policy_site foreign key (site_id) references site (id),
    check (readers = 'nobody' or statute <> ''),
    check (reason <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
