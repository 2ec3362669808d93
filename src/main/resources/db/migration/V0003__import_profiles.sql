-- How files of one vendor are imported, under a name. Each import keeps the settings it was planned with, so that a profile
-- can be changed or removed at any time.
create table import_profile (
    id bigint unsigned not null auto_increment primary key,
    name varchar(100) not null,
    -- JSON, see SettingsJson
    settings longtext character set utf8mb4 collate utf8mb4_bin not null,
    version int unsigned not null default 1,
    created_at datetime(3) not null default utc_timestamp(3),
    updated_at datetime(3) not null default utc_timestamp(3),
    unique key import_profile_name (name),
    check (name <> '' and version >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

alter table import_job
    add column profile_id bigint unsigned null,
    -- what the import goes by; null for the defaults
    add column settings longtext character set utf8mb4 collate utf8mb4_bin null,
    add key import_job_profile (profile_id, id),
    add constraint import_job_profile foreign key (profile_id) references import_profile (id) on delete set null;

-- Codes of a waiting file that nobody here knows.
create table import_question (
    job_id bigint unsigned not null,
    kind enum ('site', 'location', 'item_type') not null,
    code varchar(64) not null,
    copies int unsigned not null,
    -- the code here that stands for it, the same again to make it; null as long as nobody has said
    answer varchar(64) null,
    primary key (job_id, kind, code),
    constraint import_question_job foreign key (job_id) references import_job (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
