-- The loan rules of the school, whole, each time somebody saves them: the newest hold, older ones are their history. A loan keeps
-- the rules under which it was made. Times are UTC.
create table loan_rule_version (
    version int unsigned not null primary key,
    saved_at datetime(3) not null,
    -- account; null for what the program started with
    saved_by int unsigned null,
    -- what was done: edit, remove, restore …
    act varchar(32) character set ascii collate ascii_bin not null,
    -- to which rule or version, in the school's own codes
    detail varchar(200) not null default '',
    -- {"rules":[…],"groups":[…],"schedules":[…]}
    rules longtext character set utf8mb4 collate utf8mb4_bin not null,
    check (version >= 1),
    check (json_valid(rules))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
