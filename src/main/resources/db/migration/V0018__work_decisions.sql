-- What the librarian says about editions of one work, against what the rule makes of the records. By the number of the
-- record, whatever becomes of it: an overlay leaves it, and a record that was deleted and brought back has it still. So
-- there is no foreign key; numbers are never given twice.
create sequence work_set_id start with 1 increment by 1 cache 100;

create table work_decision (
    bib_id bigint unsigned not null primary key,
    -- records with the same number are one work; one with a number of its own stands alone
    work_set bigint unsigned not null,
    -- what the rule made of the record when it was joined, first 8 bytes of SHA-256: a later edition with the same key joins
    -- it. Null: it was split from others, and speaks for nobody but itself
    key_hash bigint null,
    decided_at datetime(3) not null default utc_timestamp(3),
    key work_decision_set (work_set),
    key work_decision_key (key_hash)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Whose turn it is to decide: decisions hang together, so they are made one after the other.
create table work_turn (
    id tinyint unsigned not null primary key check (id = 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
insert into work_turn (id) values (1);
