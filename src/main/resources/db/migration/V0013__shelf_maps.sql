-- Where the shelves stand: a floor plan for each site in squares, and which call numbers stand in which row.
create table shelf_map (
    site_id int unsigned not null primary key,
    -- size of the room in squares
    width smallint unsigned not null,
    depth smallint unsigned not null,
    constraint shelf_map_site foreign key (site_id) references site (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table shelf_map_part (
    id int unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    kind enum ('row', 'desk', 'door', 'here', 'table', 'computers', 'stairs', 'other') not null,
    -- of a row always; of others only when they have a name of their own
    label varchar(40) not null,
    -- squares from the upper left corner, which is 1, 1
    x smallint unsigned not null,
    y smallint unsigned not null,
    width smallint unsigned not null,
    depth smallint unsigned not null,
    -- which screen stands here; null: any, or it is no screen. The table of screens is younger, and keeps all it ever had
    device_id int unsigned null,
    -- it can be put back until the next one is taken away
    removed_at datetime(3) null,
    key shelf_map_part_site (site_id, removed_at),
    constraint shelf_map_part_map foreign key (site_id) references shelf_map (site_id),
    check (x >= 1 and y >= 1 and width >= 1 and depth >= 1),
    check (kind <> 'row' or label <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The keys that these labels stand for are the catalog's rules to tell; they are not kept.
create table shelf_map_range (
    part_id int unsigned not null,
    number tinyint unsigned not null,
    -- null: whatever the location
    shelf_location_id int unsigned null,
    from_label varchar(60) not null,
    to_label varchar(60) not null,
    primary key (part_id, number),
    constraint shelf_map_range_part foreign key (part_id) references shelf_map_part (id) on delete cascade,
    constraint shelf_map_range_location foreign key (shelf_location_id) references shelf_location (id),
    check (from_label <> '' and to_label <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
