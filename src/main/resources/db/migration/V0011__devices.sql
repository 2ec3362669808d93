-- Screens that stand in the library and belong to nobody: kiosks first, desks and door signs later. A screen holds a random
-- token in a cookie; here stands its SHA-256 only.
create table device (
    id int unsigned not null auto_increment primary key,
    name varchar(100) not null,
    site_id int unsigned not null,
    purpose enum ('kiosk', 'desk', 'door_sign') not null default 'kiosk',
    -- picture: for readers of five to seven, topics first and larger targets
    skin enum ('standard', 'picture') not null default 'standard',
    audience enum ('all', 'elementary', 'middle', 'high') not null default 'all',
    -- SHA-256 of the code that is typed once at the screen; null when it was used or is over
    code_hash binary(32) null,
    code_ends_at datetime(3) null,
    token_hash binary(32) null,
    enrolled_at datetime(3) null,
    switched_off_at datetime(3) null,
    created_at datetime(3) not null default utc_timestamp(3),
    unique key device_code (code_hash),
    unique key device_token (token_hash),
    constraint device_site foreign key (site_id) references site (id),
    check (name <> ''),
    check ((code_hash is null) = (code_ends_at is null)),
    check ((token_hash is null) = (enrolled_at is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
