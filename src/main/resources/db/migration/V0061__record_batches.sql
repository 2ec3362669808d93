-- Many records or copies changed at once, and records that became part of another one. Times are UTC.

-- What somebody asked for. What would become of each line is known before anything is written.
create table record_batch (
    id bigint unsigned not null auto_increment primary key,
    -- of the form: the same one again does nothing a second time
    request_id uuid not null,
    -- what is to be done, as JSON
    asked text not null,
    source enum ('search', 'barcodes', 'import', 'merge') not null,
    -- the words of the search, the number of the import
    source_text varchar(2000) not null default '',
    -- barcodes that are on no copy, a line for each
    unknown_barcodes mediumtext not null default '',
    state enum ('planning', 'planned', 'running', 'done', 'undoing', 'undone', 'dropped') not null,
    -- null: an account that is no more
    account_id bigint unsigned null,
    -- of whoever asked: only copies of it are changed, and only its people go on with it; null: all sites
    site_id int unsigned null,
    asked_at datetime(3) not null,
    finished_at datetime(3) null,
    undone_by bigint unsigned null,
    undone_at datetime(3) null,
    unique key record_batch_once (request_id),
    key record_batch_state (state, id),
    key record_batch_site (site_id),
    constraint record_batch_site foreign key (site_id) references site (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A record, or a copy of it. Rows outlive what they are about: a deletion by an import that is undone finds them again.
create table record_batch_line (
    batch_id bigint unsigned not null,
    number int unsigned not null,
    bib_id bigint unsigned not null,
    -- 0: the record itself
    item_id bigint unsigned not null default 0,
    -- null: nobody has looked yet; then what would become of it, and what became of it
    planned enum ('changed', 'same', 'refused') null,
    outcome enum ('changed', 'same', 'refused') null,
    -- why it is refused, as the outcome has it, or the plan while there is none
    why varchar(40) not null default '',
    detail varchar(200) not null default '',
    version_before int unsigned null,
    version_after int unsigned null,
    undone enum ('restored', 'edited_since', 'gone') null,
    primary key (batch_id, number),
    unique key record_batch_line_once (batch_id, bib_id, item_id),
    key record_batch_line_planned (batch_id, planned, number),
    key record_batch_line_outcome (batch_id, outcome, undone, number),
    constraint record_batch_line_batch foreign key (batch_id) references record_batch (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What other tables have about a record that became part of another, by a word for the kind: these can go back.
create table record_batch_moved (
    batch_id bigint unsigned not null,
    kind varchar(20) not null,
    bib_id bigint unsigned not null,
    thing_id bigint unsigned not null,
    primary key (batch_id, kind, bib_id, thing_id),
    constraint record_batch_moved_batch foreign key (batch_id) references record_batch (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Records that became part of another one: kept with all their versions, and shown nowhere. They have no copies: whoever asks about
-- copies need not look here, and whoever asks about records looks here and at bib_unlisted. One view over both would be written down
-- anew for each question, which makes a check-out slower.
create table bib_merged (
    bib_id bigint unsigned not null primary key,
    into_bib_id bigint unsigned not null,
    batch_id bigint unsigned not null,
    key bib_merged_into (into_bib_id),
    key bib_merged_batch (batch_id),
    constraint bib_merged_record foreign key (bib_id) references bib_record (id) on delete cascade,
    constraint bib_merged_batch foreign key (batch_id) references record_batch (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Two records that look alike and are not the same: somebody has looked. The lower number stands first.
create table duplicate_dismissed (
    one_bib_id bigint unsigned not null,
    other_bib_id bigint unsigned not null,
    at datetime(3) not null,
    -- of staff
    account_id bigint unsigned not null,
    primary key (one_bib_id, other_bib_id),
    key duplicate_dismissed_other (other_bib_id),
    constraint duplicate_dismissed_one foreign key (one_bib_id) references bib_record (id) on delete cascade,
    constraint duplicate_dismissed_other foreign key (other_bib_id) references bib_record (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
