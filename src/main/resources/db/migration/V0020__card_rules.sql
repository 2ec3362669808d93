-- How scanners of a site read cards. A site without a row takes numbers as they are.
create table card_rule (
    site_id int unsigned not null primary key,
    -- zeros in front do not count: 00003001 and 3001 are one number, until two people have them
    zeros_ignored boolean not null,
    constraint card_rule_site foreign key (site_id) references site (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
