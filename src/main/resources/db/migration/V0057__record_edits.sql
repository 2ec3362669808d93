-- Which versions of records and copies people wrote; those of imports name their import themselves. Rows outlive what they are
-- about: a deletion that is undone finds them again. Times are UTC.

create table bib_edit (
    bib_id bigint unsigned not null,
    -- the version that was written
    version int unsigned not null,
    kind enum ('added', 'edited', 'merged', 'restored', 'batch', 'heading', 'joined', 'undone') not null,
    -- null: an account that is no more, or the program itself
    account_id int unsigned null,
    at datetime(3) not null,
    primary key (bib_id, version),
    key bib_edit_at (at),
    constraint bib_edit_account foreign key (account_id) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table item_edit (
    item_id bigint unsigned not null,
    version int unsigned not null,
    kind enum ('added', 'edited', 'moved', 'withdrawn', 'returned', 'batch', 'undone') not null,
    account_id int unsigned null,
    at datetime(3) not null,
    primary key (item_id, version),
    constraint item_edit_account foreign key (account_id) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
