-- What the librarian says about searching. Every change raises the version, by which each node knows that its copy is old.
create table search_version (
    id tinyint unsigned not null primary key check (id = 1),
    version bigint unsigned not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

insert into search_version (id, version) values (1, 1);

-- Synonyms of this library. They come on top of those that Carrel brings; one with used = 0 takes such a one away.
create table search_synonym (
    id bigint unsigned not null auto_increment primary key,
    said varchar(100) not null,
    means varchar(100) not null,
    sense enum ('same', 'wider') not null,
    used boolean not null default true,
    unique key search_synonym_words (said, means),
    check (said <> '' and means <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Records that a question shows first. The question is kept as it is counted in search_log.
create table search_pin (
    question varchar(100) not null,
    position tinyint unsigned not null,
    bib_id bigint unsigned not null,
    primary key (question, position),
    unique key search_pin_once (question, bib_id),
    key search_pin_bib (bib_id),
    constraint search_pin_bib foreign key (bib_id) references bib_record (id) on delete cascade,
    check (question <> '' and position >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- How much more than usual a part of a record counts, in percent; parts that are not here count 100.
create table search_weight (
    part enum ('title', 'author', 'series', 'subject') not null primary key,
    percent smallint unsigned not null,
    check (percent between 50 and 200)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- "This search should show that book": tried whenever synonyms or weights are to change, and by verify-relevance.
create table search_case (
    id bigint unsigned not null auto_increment primary key,
    query varchar(200) not null,
    -- in the words of CaseText
    expected varchar(500) not null,
    reason varchar(200) not null default '',
    unique key search_case_query (query, expected),
    check (query <> '' and expected <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
