-- As whom a person is known where else they sign in: bound at the first sign-in from there, and by that identity from then
-- on, never by an address that somebody else may get later.
create table account_identity (
    issuer varchar(200) character set ascii collate ascii_bin not null,
    subject varchar(255) character set ascii collate ascii_bin not null,
    account_id int unsigned not null,
    bound_at datetime(3) not null,
    primary key (issuer, subject),
    unique key account_identity_account (account_id, issuer),
    constraint account_identity_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
