-- Authority records: the established form of a name, subject, title or kind, and what else it is called. Headings of titles are
-- kept beside the records so that they can be counted and found; whoever follows the log of changes writes them. Keys are the first
-- eight bytes of the SHA-256 of kind and folded words. Times are UTC.

create sequence authority_id start with 1 increment by 1 cache 1000;

create table authority_file (
    id bigint unsigned not null auto_increment primary key,
    name varchar(200) not null,
    -- null: an account that is no more
    account_id int unsigned null,
    state enum ('read', 'refused', 'stored', 'undone') not null,
    -- why the file as a whole was refused: JSON as in import_line
    refused text null,
    at datetime(3) not null,
    constraint authority_file_account foreign key (account_id) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table authority_record (
    id bigint unsigned not null primary key,
    -- 003 and 001: by them a later file knows the record again
    source varchar(64) not null,
    number varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
    kind enum ('personal', 'corporate', 'meeting', 'title', 'period', 'topic', 'place', 'genre') not null,
    -- a code of MARC's list of subject heading sources; naf for names and titles; empty: not said
    thesaurus varchar(32) not null,
    heading varchar(500) not null,
    -- the heading as readers see it: without dates
    shown varchar(500) not null,
    folded varchar(190) not null,
    key_hash bigint not null,
    -- the record whole, as it came: MARC-in-JSON
    marc longtext character set utf8mb4 collate utf8mb4_bin not null,
    unique key authority_record_number (source, number),
    key authority_record_key (key_hash),
    key authority_record_folded (folded)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table authority_reference (
    authority_id bigint unsigned not null,
    place int unsigned not null,
    sense enum ('see', 'also') not null,
    -- MARC 21 $w/0: g wider, h narrower, a earlier, b later; blank for others
    relation char(1) not null,
    heading varchar(500) not null,
    key_hash bigint not null,
    -- null: it stands in the record; else the flip that has left it
    flip_id bigint unsigned null,
    primary key (authority_id, place),
    key authority_reference_key (key_hash),
    constraint authority_reference_record foreign key (authority_id) references authority_record (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What a file brings, until long after it is stored: undoing reads what was there before.
create table authority_incoming (
    file_id bigint unsigned not null,
    number int unsigned not null,
    outcome enum ('new', 'changed', 'same', 'rejected') not null,
    heading varchar(500) not null,
    marc longtext character set utf8mb4 collate utf8mb4_bin null,
    -- why it was rejected: JSON as in import_line
    why text null,
    before_marc longtext character set utf8mb4 collate utf8mb4_bin null,
    primary key (file_id, number),
    constraint authority_incoming_file foreign key (file_id) references authority_file (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Keys whose titles search has yet to read again.
create table authority_waiting (
    key_hash bigint not null primary key
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Headings of titles as far as the log was followed. Rows outlive their title until the log says that it is gone.
create table bib_heading (
    bib_id bigint unsigned not null,
    place int unsigned not null,
    tag char(3) not null,
    kind enum ('personal', 'corporate', 'meeting', 'title', 'period', 'topic', 'place', 'genre') not null,
    thesaurus varchar(32) not null,
    -- without its subdivisions
    heading varchar(500) not null,
    main_hash bigint not null,
    -- with them; the same where it has none
    whole_hash bigint not null,
    primary key (bib_id, place),
    key bib_heading_main (main_hash, bib_id),
    key bib_heading_whole (whole_hash, bib_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Who has this row writes authorities or follows the log.
create table authority_turn (
    id tinyint unsigned not null primary key check (id = 1),
    followed bigint unsigned not null default 0
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
insert into authority_turn (id) values (1);

create table heading_flip (
    id bigint unsigned not null auto_increment primary key,
    -- null: an account that is no more
    account_id int unsigned null,
    -- null: taken back by an account that is no more, or not at all
    undone_by int unsigned null,
    at datetime(3) not null,
    state enum ('running', 'done', 'undoing', 'undone') not null,
    kind enum ('personal', 'corporate', 'meeting', 'title', 'period', 'topic', 'place', 'genre') not null,
    thesaurus varchar(32) not null,
    was varchar(500) not null,
    key_hash bigint not null,
    authority_id bigint unsigned not null,
    becomes varchar(500) not null,
    -- the last title that was looked at
    reached bigint unsigned not null default 0,
    constraint heading_flip_account foreign key (account_id) references account (id) on delete set null,
    constraint heading_flip_undone_by foreign key (undone_by) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table heading_flip_record (
    flip_id bigint unsigned not null,
    bib_id bigint unsigned not null,
    -- the version that the flip wrote
    version int unsigned not null,
    -- left: somebody has changed the same field since, or the title is gone
    outcome enum ('changed', 'undone', 'left') not null,
    primary key (flip_id, bib_id),
    constraint heading_flip_record_flip foreign key (flip_id) references heading_flip (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
