-- Exports of device management and spreadsheets on their way in: looked through, committed in one transaction, taken back. Of the
-- file nothing is kept but its rows, until it is committed. Times are UTC.

create table mdm_run (
    id bigint unsigned not null auto_increment primary key,
    form enum ('google_console', 'gam', 'jamf', 'intune', 'list') not null,
    -- whose numbers it has; null: a list
    source enum ('google', 'jamf', 'intune') null,
    file_name varchar(200) not null,
    file_bytes bigint unsigned not null,
    -- SHA-256 of the file
    file_hash binary(32) not null,
    origin enum ('desk', 'command') not null,
    state enum ('mapping', 'planned', 'refused', 'discarded', 'committed', 'undone') not null,
    -- to which new devices belong
    site_id int unsigned not null,
    -- names of the columns: JSON
    header longtext character set utf8mb4 collate utf8mb4_bin not null,
    -- of a list: which column is which field, as a person said: JSON; null: as the names let guess
    mapping varchar(2000) character set utf8mb4 collate utf8mb4_bin null,
    staged_at datetime(3) not null,
    staged_by varchar(100) not null,
    committed_at datetime(3) null,
    committed_by varchar(100) null,
    undone_at datetime(3) null,
    undone_by varchar(100) null,
    -- counts by outcome, findings about the file: JSON
    summary longtext character set utf8mb4 collate utf8mb4_bin not null,
    key mdm_run_state (state, staged_at),
    key mdm_run_source (source, id),
    constraint mdm_run_site foreign key (site_id) references site (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- One line for each row of the file, and one for each device that the file does not have any more.
create table mdm_row (
    run_id bigint unsigned not null,
    -- the row of the file as a spreadsheet counts; from ten million on: not in the file
    number int unsigned not null,
    -- cells of the file: JSON; null once the run was committed or let go
    cells longtext character set utf8mb4 collate utf8mb4_bin null,
    -- by which the row is compared with the others of its file; null for nothing
    mdm_key varchar(100) character set utf8mb4 collate utf8mb4_bin null,
    serial_key varchar(64) character set utf8mb4 collate utf8mb4_bin null,
    tag_key varchar(64) character set utf8mb4 collate utf8mb4_bin null,
    outcome enum ('new', 'changed', 'seen', 'missing', 'conflict', 'refused', 'ignored', 'same') null,
    -- how people call it: tag, serial, or the name of the console
    label varchar(200) not null default '',
    device_id bigint unsigned null,
    -- what changes, what to know about it, and what it makes one look at: JSON
    changes longtext character set utf8mb4 collate utf8mb4_bin not null default '[]',
    remarks longtext character set utf8mb4 collate utf8mb4_bin not null default '[]',
    suspicions longtext character set utf8mb4 collate utf8mb4_bin not null default '[]',
    -- what the management had said before, for undoing: JSON
    was longtext character set utf8mb4 collate utf8mb4_bin null,
    -- set by undoing: what was edited or lent since stays
    kept boolean not null default false,
    primary key (run_id, number),
    key mdm_row_outcome (run_id, outcome, number),
    key mdm_row_mdm (run_id, mdm_key),
    key mdm_row_serial (run_id, serial_key),
    key mdm_row_tag (run_id, tag_key),
    key mdm_row_device (device_id),
    constraint mdm_row_run foreign key (run_id) references mdm_run (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Where a console and our records say two things. A person looks and says what it was; an import that agrees again ends it.
create table device_discrepancy (
    id bigint unsigned not null auto_increment primary key,
    device_id bigint unsigned not null,
    source enum ('google', 'jamf', 'intune') null,
    kind enum ('used_by_other', 'retired_online', 'missing_online', 'gone_in_console', 'tag_twice', 'user_unknown') not null,
    -- what tells it from another of its kind: a tag or a status
    about varchar(100) not null default '',
    -- who used it last, where that is the point
    patron_id bigint unsigned null,
    -- a user name or an address that is of nobody we know
    stranger varchar(254) not null default '',
    state enum ('open', 'settled', 'over') not null default 'open',
    raised_at datetime(3) not null,
    raised_by_run bigint unsigned not null,
    closed_at datetime(3) null,
    -- of staff; empty for an import
    closed_by varchar(100) not null default '',
    closed_by_run bigint unsigned null,
    note varchar(500) not null default '',
    key device_discrepancy_state (state, id),
    key device_discrepancy_device (device_id, kind),
    key device_discrepancy_patron (patron_id),
    key device_discrepancy_raised (raised_by_run),
    key device_discrepancy_closed (closed_by_run),
    constraint device_discrepancy_device foreign key (device_id) references device_record (id),
    constraint device_discrepancy_run foreign key (raised_by_run) references mdm_run (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Exports name people by address, many at once.
alter table patron add key patron_email (email);

-- Who has a device at home: the one fact of a loan that an export is compared with.
create view item_holder as
    select open_item as item_id, patron_id from loan where open_item is not null;
