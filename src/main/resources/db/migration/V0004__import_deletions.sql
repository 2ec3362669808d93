-- Records that ask to delete a title: done when the librarian says so, and kept so that undoing the import brings them back.

alter table import_job
    -- the librarian said yes to the deletions of this file
    add column accept_deletions boolean not null default false,
    -- why the file was refused as {"problem", "bundle", "place", "detail"}; null for what was refused before this version
    add column refused_why longtext character set utf8mb4 collate utf8mb4_bin null;

-- What students would notice of a record.
alter table import_line
    -- of the copies added or updated, those with neither call number nor shelf location
    add column copies_without_shelf smallint unsigned not null default 0,
    -- the record is loaded and has no copy at all
    add column without_copies boolean not null default false,
    -- another record under which its title and author stand already: of the catalog, or an earlier one of the file
    add column twin_bib_id bigint unsigned null,
    add column twin_line int unsigned null;
alter table import_plan
    add column copies_without_shelf smallint unsigned not null default 0,
    add column without_copies boolean not null default false,
    add column twin_bib_id bigint unsigned null,
    add column twin_line int unsigned null;

-- A deleted title moves to these tables with its versions and copies, row by row as it is: whatever reads the catalog has
-- not to know of it. Their columns are always those of the tables they are named after.
create table removed_bib_record like bib_record;
create table removed_bib_version like bib_version;
create table removed_item like item;
create table removed_item_version like item_version;
-- A barcode may have come to another copy since; then its copy stays here when its title comes back.
alter table removed_item
    drop key item_barcode,
    add constraint removed_item_site foreign key (site_id) references site (id),
    add constraint removed_item_location foreign key (shelf_location_id, site_id)
        references shelf_location (id, site_id),
    add constraint removed_item_item_type foreign key (item_type_id) references item_type (id);
alter table removed_bib_record
    add constraint removed_bib_record_import_job foreign key (import_job_id) references import_job (id);
alter table removed_bib_version
    add constraint removed_bib_version_record foreign key (bib_id) references removed_bib_record (id);
alter table removed_item_version
    add constraint removed_item_version_item foreign key (item_id) references removed_item (id) on delete cascade;

-- Which import deleted them.
create table import_removal (
    bib_id bigint unsigned not null primary key,
    job_id bigint unsigned not null,
    removed_at datetime(3) not null default utc_timestamp(3),
    key import_removal_job (job_id, bib_id),
    constraint import_removal_record foreign key (bib_id) references removed_bib_record (id),
    constraint import_removal_job foreign key (job_id) references import_job (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
