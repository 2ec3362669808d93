-- The catalog: places, bibliographic records, items, imports, and the log that search follows.
-- Times are UTC. Codes compare without regard to case; barcodes and keys byte for byte.

create table school_database (
    id tinyint unsigned not null primary key check (id = 1),
    -- tells an index of this database from one of another
    identity uuid not null default uuid()
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
insert into school_database (id) values (1);

create table site (
    id int unsigned not null auto_increment primary key,
    code varchar(64) not null,
    name varchar(200) not null,
    unique key site_code (code),
    check (code <> '' and name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table shelf_location (
    id int unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    code varchar(64) not null,
    name varchar(200) not null,
    unique key shelf_location_code (site_id, code),
    unique key shelf_location_of_site (id, site_id),
    constraint shelf_location_site foreign key (site_id) references site (id),
    check (code <> '' and name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table item_type (
    id int unsigned not null auto_increment primary key,
    code varchar(64) not null,
    name varchar(200) not null,
    unique key item_type_code (code),
    check (code <> '' and name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table import_job (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    file_name varchar(500) not null,
    file_bytes bigint unsigned not null,
    started_at datetime(3) not null default utc_timestamp(3),
    finished_at datetime(3) null,
    -- why the file as a whole was refused or the import broke off; null when it went through
    refused varchar(1000) null,
    constraint import_job_site foreign key (site_id) references site (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Ids come from sequences, so that a batch knows them before it is written.
create sequence bib_record_id start with 1 increment by 1 cache 1000;
create sequence item_id start with 1 increment by 1 cache 1000;

create table bib_record (
    id bigint unsigned not null primary key,
    -- 003 and 001, cut to fit; the whole text stands in marc
    source varchar(64) not null,
    control_number varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
    title varchar(500) not null,
    version int unsigned not null default 1,
    -- the record as we use it: MARC-in-JSON, Unicode NFC
    marc longtext character set utf8mb4 collate utf8mb4_bin not null,
    -- the record as it came: its very bytes
    original longblob not null,
    original_format varchar(16) not null,
    original_encoding varchar(16) not null,
    -- SHA-256 of the incoming record in normal form: the same again changes nothing
    incoming_hash binary(32) not null,
    import_job_id bigint unsigned null,
    created_at datetime(3) not null default utc_timestamp(3),
    updated_at datetime(3) not null default utc_timestamp(3),
    key bib_record_control_number (control_number),
    key bib_record_import_job (import_job_id),
    constraint bib_record_import_job foreign key (import_job_id) references import_job (id),
    check (version >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What a record was before each overlay or edit.
create table bib_version (
    bib_id bigint unsigned not null,
    version int unsigned not null,
    marc longtext character set utf8mb4 collate utf8mb4_bin not null,
    original longblob not null,
    original_format varchar(16) not null,
    original_encoding varchar(16) not null,
    incoming_hash binary(32) not null,
    import_job_id bigint unsigned null,
    replaced_at datetime(3) not null default utc_timestamp(3),
    primary key (bib_id, version),
    constraint bib_version_record foreign key (bib_id) references bib_record (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What a record may be recognised by: first 8 bytes of SHA-256 over kind and value. A collision only costs a look.
create table bib_key (
    key_hash bigint not null,
    bib_id bigint unsigned not null,
    primary key (key_hash, bib_id),
    key bib_key_record (bib_id),
    constraint bib_key_record foreign key (bib_id) references bib_record (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table item (
    id bigint unsigned not null primary key,
    bib_id bigint unsigned not null,
    site_id int unsigned not null,
    shelf_location_id int unsigned null,
    item_type_id int unsigned null,
    -- null: the copy still needs one
    barcode varchar(64) character set utf8mb4 collate utf8mb4_bin null,
    call_prefix varchar(100) not null default '',
    call_class varchar(100) not null default '',
    call_cutter varchar(100) not null default '',
    call_suffix varchar(100) not null default '',
    shelf_key varbinary(160) not null,
    copy_number varchar(40) not null default '',
    volume varchar(255) not null default '',
    price_cents int unsigned null,
    acquired_on date null,
    vendor varchar(100) not null default '',
    fund varchar(100) not null default '',
    note text not null default '',
    -- the bodily state, which people set; whether it is on loan is never stored
    item_condition enum ('good', 'worn', 'damaged', 'in_repair', 'lost', 'missing') not null default 'good',
    lendable boolean not null default true,
    withdrawn_on date null,
    created_at datetime(3) not null default utc_timestamp(3),
    updated_at datetime(3) not null default utc_timestamp(3),
    unique key item_barcode (barcode),
    key item_bib (bib_id, shelf_key),
    key item_shelf (site_id, shelf_key),
    constraint item_bib foreign key (bib_id) references bib_record (id),
    constraint item_site foreign key (site_id) references site (id),
    constraint item_location foreign key (shelf_location_id, site_id) references shelf_location (id, site_id),
    constraint item_item_type foreign key (item_type_id) references item_type (id),
    check (barcode <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- One line a record of an imported file: what became of it and why.
create table import_line (
    job_id bigint unsigned not null,
    number int unsigned not null,
    entry varchar(255) not null default '',
    byte_offset bigint unsigned not null,
    line int unsigned not null default 0,
    control_number varchar(190) character set utf8mb4 collate utf8mb4_bin not null default '',
    outcome enum ('added', 'overlaid', 'same', 'conflict', 'rejected', 'deletion', 'authority', 'holdings', 'other')
        not null,
    bib_id bigint unsigned null,
    reason varchar(2000) not null default '',
    -- the bytes of what was not taken in, so that they can be mended and loaded again
    original longblob null,
    primary key (job_id, number),
    constraint import_line_job foreign key (job_id) references import_job (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The change log that search follows. One row a record, at its newest number. The number is taken from catalog_change_
-- number under its row lock as the last act of a transaction, so numbers become visible in their order.
create table catalog_change_number (
    id tinyint unsigned not null primary key check (id = 1),
    last bigint unsigned not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
insert into catalog_change_number (id, last) values (1, 0);

create table catalog_change (
    bib_id bigint unsigned not null primary key,
    number bigint unsigned not null,
    unique key catalog_change_number (number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Whose turn it is to decide which records of a file are new: held by one chunk of one import until it commits, so that
-- two imports of the same title cannot both add it. Desk and search never touch it.
create table import_turn (
    id tinyint unsigned not null primary key check (id = 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
insert into import_turn (id) values (1);
