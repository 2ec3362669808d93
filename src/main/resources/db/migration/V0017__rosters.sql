-- A roster on its way in: looked through, committed in one transaction, taken back. Of the file itself nothing is kept; what
-- waits for its commit are the columns that are wanted, nothing else.

-- The schools and districts of a roster, and which of our sites each is. A school without one has no media center here.
create table roster_school (
    source_id int unsigned not null,
    sourced_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    name varchar(200) not null,
    identifier varchar(64) not null default '',
    kind varchar(32) not null,
    site_id int unsigned null,
    primary key (source_id, sourced_id),
    constraint roster_school_source foreign key (source_id) references roster_source (id),
    constraint roster_school_site foreign key (site_id) references site (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table roster_run (
    id bigint unsigned not null auto_increment primary key,
    source_id int unsigned not null,
    file_name varchar(200) not null,
    file_bytes bigint unsigned not null,
    -- SHA-256 of the file
    file_hash binary(32) not null,
    origin enum ('desk', 'command', 'drop') not null,
    state enum ('planned', 'refused', 'discarded', 'committed', 'undone') not null,
    -- a complete roster; else a list of changes
    complete boolean not null default true,
    staged_at datetime(3) not null,
    staged_by varchar(100) not null,
    committed_at datetime(3) null,
    committed_by varchar(100) null,
    undone_at datetime(3) null,
    undone_by varchar(100) null,
    -- who said yes to a file beyond the thresholds
    confirmed_by varchar(100) null,
    -- counts by outcome, findings about the file, thresholds that it is beyond: JSON
    summary longtext character set utf8mb4 collate utf8mb4_bin not null,
    key roster_run_source (source_id, id),
    key roster_run_hash (file_hash),
    constraint roster_run_source foreign key (source_id) references roster_source (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The wanted columns of a planned run, packed, in pieces; gone with its commit.
create table roster_piece (
    run_id bigint unsigned not null,
    number int unsigned not null,
    bytes mediumblob not null,
    primary key (run_id, number),
    constraint roster_piece_run foreign key (run_id) references roster_run (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- One line for each person something happens to, or would: whom nothing happens to is counted only.
create table roster_line (
    run_id bigint unsigned not null,
    number int unsigned not null,
    -- the row of the file as a spreadsheet counts; 0 for who is not in it
    file_row int unsigned not null default 0,
    sourced_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    name varchar(420) not null,
    outcome enum ('new', 'changed', 'renamed', 'rekeyed', 'returned', 'leaving', 'missing', 'conflict', 'refused', 'same')
        not null,
    patron_id bigint unsigned null,
    -- what to know about it: JSON
    remarks varchar(2000) character set utf8mb4 collate utf8mb4_bin not null default '[]',
    -- set by undoing: what was edited since stays
    kept boolean not null default false,
    primary key (run_id, number),
    key roster_line_outcome (run_id, outcome, number),
    key roster_line_patron (patron_id),
    constraint roster_line_run foreign key (run_id) references roster_run (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table roster_field (
    run_id bigint unsigned not null,
    number int unsigned not null,
    field varchar(32) character set ascii collate ascii_bin not null,
    was varchar(300) not null,
    becomes varchar(300) not null,
    primary key (run_id, number, field),
    constraint roster_field_line foreign key (run_id, number) references roster_line (run_id, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Terms, classes and enrolments that a run added, changed or removed, as they were: for undoing.
create table roster_change (
    run_id bigint unsigned not null,
    number int unsigned not null,
    kind enum ('term', 'class', 'enrolment') not null,
    sourced_id varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    -- the row before and after as JSON; null where there was, or is, none
    was text character set utf8mb4 collate utf8mb4_bin null,
    becomes text character set utf8mb4 collate utf8mb4_bin null,
    primary key (run_id, number),
    constraint roster_change_run foreign key (run_id) references roster_run (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
