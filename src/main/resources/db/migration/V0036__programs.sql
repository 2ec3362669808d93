-- Programs that do what a desk does, under /api/v1. Times are UTC.

alter table account
    -- of a program: no person, nobody signs in with it; it says who did something
    add program boolean not null default false after demo;

create table program_token (
    id int unsigned not null auto_increment primary key,
    account_id int unsigned not null,
    -- SHA-256: who made it has seen it once
    token_hash binary(32) not null,
    made_at datetime(3) not null,
    ends_at datetime(3) not null,
    -- to the minute; null: never
    last_used_at datetime(3) null,
    revoked_at datetime(3) null,
    unique key program_token_account (account_id),
    unique key program_token_hash (token_hash),
    constraint program_token_account foreign key (account_id) references account (id) on delete cascade,
    check (ends_at > made_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What was sent with a key, so that the same key with something else is not done. An HMAC with the program's token, which is not
-- kept: it tells neither person nor title.
create table program_request (
    request_id uuid not null primary key,
    content binary(32) not null,
    at datetime(3) not null,
    key program_request_at (at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
