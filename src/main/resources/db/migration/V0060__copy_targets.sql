-- Servers of other libraries that can be asked for records. None is asked before somebody enables it.
create table copy_target (
    id int unsigned not null auto_increment primary key,
    name varchar(100) not null,
    kind enum ('sru_https', 'sru_http', 'z39_50') not null,
    host varchar(253) not null,
    port smallint unsigned not null,
    -- of SRU without the slash before it; of Z39.50 the database
    path varchar(200) not null,
    -- record schema of SRU, record syntax of Z39.50
    syntax varchar(60) not null,
    encoding enum ('as_found', 'utf_8', 'marc_8', 'latin_1') not null default 'as_found',
    -- CQL index, or use attribute of bib-1
    isbn_index varchar(60) not null,
    seconds tinyint unsigned not null,
    place smallint unsigned not null,
    enabled boolean not null default false,
    -- whether its address may be one of the school's own network
    inside boolean not null default false,
    -- whose house rules its records follow; null: none
    profile_id bigint unsigned null,
    unique key copy_target_name (name),
    key copy_target_profile (profile_id),
    constraint copy_target_profile foreign key (profile_id) references import_profile (id) on delete set null,
    check (name <> '' and host <> '' and port > 0),
    check (seconds between 1 and 20)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What everybody may ask, as the library itself describes it.
insert into copy_target (name, kind, host, port, path, syntax, isbn_index, seconds, place) values
    ('Library of Congress (SRU)', 'sru_http', 'lx2.loc.gov', 210, 'LCDB', 'marcxml', 'bath.isbn', 5, 10),
    ('Library of Congress (Z39.50)', 'z39_50', 'lx2.loc.gov', 210, 'LCDB', 'usmarc', '7', 5, 20);
