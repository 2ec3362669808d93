-- The PIN with which a person shows at a screen that the card is theirs. Kept as passwords are: slow and salted.
create table patron_pin (
    patron_id bigint unsigned not null primary key,
    -- names its algorithm and cost
    pin_hash varchar(255) character set ascii collate ascii_bin not null,
    set_at datetime(3) not null,
    constraint patron_pin_patron foreign key (patron_id) references patron (id) on delete cascade,
    check (pin_hash <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
