-- Imports as batches: a file waits in pieces until its import is done, so that any process can go on after a crash; what
-- each import wrote is known record by record and copy by copy, so that it can be undone.

alter table import_job
    -- staged: its pieces arrive; planning and committing: some process is at it, or has to be; planned: waits for a person
    add column state enum ('staged', 'planning', 'planned', 'committing', 'committed', 'refused', 'undoing', 'undone',
        'discarded') not null default 'committed' after file_bytes,
    -- SHA-256 of the file: the same file for the same site goes on where it stopped
    add column file_hash binary(32) null after state,
    -- how many the file has; null until it was read to its end
    add column records int unsigned null after file_hash,
    add column undone_at datetime(3) null,
    add key import_job_state (state);
update import_job set state = 'refused' where refused is not null;
update import_job set state = 'refused', finished_at = utc_timestamp(3), refused = 'The import was broken off.'
    where finished_at is null;

-- The bytes of a file whose import is not done yet.
create table import_piece (
    job_id bigint unsigned not null,
    number int unsigned not null,
    bytes longblob not null,
    primary key (job_id, number),
    constraint import_piece_job foreign key (job_id) references import_job (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

alter table import_line
    add column title varchar(500) not null default '' after control_number,
    -- the stable name of the reason
    add column problem varchar(64) not null default '' after reason,
    add column copies_added smallint unsigned not null default 0,
    add column copies_updated smallint unsigned not null default 0,
    add column copies_same smallint unsigned not null default 0,
    add column copies_without_barcode smallint unsigned not null default 0,
    add column copies_rejected smallint unsigned not null default 0,
    -- the record of the catalog or of this file (met_line) that it was matched with, and by what
    add column match_key varchar(16) null,
    add column match_value varchar(190) character set utf8mb4 collate utf8mb4_bin null,
    add column match_score tinyint unsigned null,
    add column match_bib_id bigint unsigned null,
    add column met_line int unsigned null,
    -- JSON [{"kind": "repair" or "copy", "problem", "place", "detail", "bundle"}]; null for none
    add column remarks longtext character set utf8mb4 collate utf8mb4_bin null,
    add key import_line_outcome (job_id, outcome, number);

-- What would become of each record if the import were committed now: the same columns, as long as nobody decides.
create table import_plan like import_line;
alter table import_plan add constraint import_plan_job foreign key (job_id) references import_job (id) on delete cascade;

alter table bib_version add key bib_version_import_job (import_job_id);

-- import_job_id is the import that wrote the present state; null when a person did, or nobody knows. The same in bib_record.
alter table item
    add column import_job_id bigint unsigned null after lendable,
    add column version int unsigned not null default 1 after import_job_id,
    -- how often it was lent, ever; never to whom
    add column circulations int unsigned not null default 0 after version,
    add key item_import_job (import_job_id);

-- What a copy was before each change.
create table item_version (
    item_id bigint unsigned not null,
    version int unsigned not null,
    bib_id bigint unsigned not null,
    site_id int unsigned not null,
    shelf_location_id int unsigned null,
    item_type_id int unsigned null,
    barcode varchar(64) character set utf8mb4 collate utf8mb4_bin null,
    call_prefix varchar(100) not null,
    call_class varchar(100) not null,
    call_cutter varchar(100) not null,
    call_suffix varchar(100) not null,
    shelf_key varbinary(160) not null,
    copy_number varchar(40) not null,
    volume varchar(255) not null,
    price_cents int unsigned null,
    acquired_on date null,
    vendor varchar(100) not null,
    fund varchar(100) not null,
    note text not null,
    lendable boolean not null,
    import_job_id bigint unsigned null,
    replaced_at datetime(3) not null default utc_timestamp(3),
    primary key (item_id, version),
    key item_version_import_job (import_job_id),
    constraint item_version_item foreign key (item_id) references item (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What undoing an import did, and what it left alone and why. item_id 0 stands for the record itself.
create table import_undo (
    job_id bigint unsigned not null,
    bib_id bigint unsigned not null,
    item_id bigint unsigned not null default 0,
    title varchar(500) not null,
    barcode varchar(64) character set utf8mb4 collate utf8mb4_bin not null default '',
    outcome enum ('removed', 'restored', 'kept_edited', 'kept_later_import', 'kept_circulated', 'kept_has_copies')
        not null,
    primary key (job_id, bib_id, item_id),
    key import_undo_outcome (job_id, outcome),
    constraint import_undo_job foreign key (job_id) references import_job (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
