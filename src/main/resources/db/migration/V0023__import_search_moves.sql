-- Searches whose answer is known (search_case), and where their title would stand once a planned import is committed.
create table import_search_move (
    job_id bigint unsigned not null,
    number int unsigned not null,
    query varchar(200) not null,
    title varchar(400) not null,
    -- from 1; 0 for not on the first page
    was smallint unsigned not null,
    becomes smallint unsigned not null,
    -- what would come first
    first varchar(500) not null,
    primary key (job_id, number),
    constraint import_search_move_job foreign key (job_id) references import_job (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
