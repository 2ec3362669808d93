-- Lists of titles and of places on the web, for classes and for everybody; and pictures of covers. Nothing here says who reads what.
-- Times are UTC.

create table reading_list (
    id bigint unsigned not null auto_increment primary key,
    version int unsigned not null default 0,
    -- in the address of its public page
    word char(22) character set ascii collate ascii_bin not null,
    kind enum ('list', 'pathfinder', 'award') not null,
    title varchar(120) not null,
    note varchar(1000) not null default '',
    -- in which title and notes are written
    language enum ('en', 'es') not null,
    readers enum ('all', 'elementary', 'middle', 'high') not null default 'all',
    -- of an award
    year smallint unsigned null,
    -- null: of all schools
    site_id int unsigned null,
    -- null: an account that is no more
    account_id int unsigned null,
    state enum ('draft', 'published', 'removed') not null default 'draft',
    on_home boolean not null default false,
    changed_at datetime(3) not null,
    unique key reading_list_word (word),
    key reading_list_home (on_home, state),
    constraint reading_list_site foreign key (site_id) references site (id) on delete cascade,
    constraint reading_list_account foreign key (account_id) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A title of the catalog or an address. A title that is deleted is not shown; it is again when the deletion is taken back.
create table reading_list_entry (
    id bigint unsigned not null auto_increment primary key,
    list_id bigint unsigned not null,
    position smallint unsigned not null,
    bib_id bigint unsigned null,
    url varchar(500) null,
    -- of what is on the web
    title varchar(200) not null default '',
    note varchar(500) not null default '',
    readers enum ('all', 'elementary', 'middle', 'high') not null default 'all',
    unique key reading_list_entry_bib (list_id, bib_id),
    key reading_list_entry_bib_of (bib_id),
    constraint reading_list_entry_list foreign key (list_id) references reading_list (id) on delete cascade,
    check ((bib_id is null) <> (url is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table session_reading_list (
    session_id bigint unsigned not null,
    list_id bigint unsigned not null,
    primary key (session_id, list_id),
    constraint session_reading_list_session foreign key (session_id) references class_session (id) on delete cascade,
    constraint session_reading_list_list foreign key (list_id) references reading_list (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Drawn anew from what was uploaded. Rows outlive their title: a deletion that is taken back finds its cover again.
create table cover (
    bib_id bigint unsigned not null primary key,
    -- SHA-256 of the large picture
    print binary(32) not null,
    small mediumblob not null,
    large mediumblob not null,
    -- null: an account that is no more
    account_id int unsigned null,
    added_at datetime(3) not null,
    constraint cover_account foreign key (account_id) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
