-- A desk that somebody has left is locked, and the person goes on where they were. Times are UTC.

alter table account_session
    -- since when nobody gets on with it but who unlocks it; null: it is open, or was left alone until it counts as locked
    add locked_at datetime(3) null after proven_at;

-- With what a person unlocks the own desk beside the password: never enough to sign in. Kept as passwords are, slow and salted.
create table account_unlock (
    account_id int unsigned not null primary key,
    pin_hash varchar(255) character set ascii collate ascii_bin null,
    -- of the number on the person's badge
    badge_hash varchar(255) character set ascii collate ascii_bin null,
    changed_at datetime(3) not null,
    constraint account_unlock_account foreign key (account_id) references account (id) on delete cascade,
    check (pin_hash <> '' and badge_hash <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
