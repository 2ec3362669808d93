-- Shelf work: inventories by scanning shelves in order, weeding, and when a copy was seen last. Instants are UTC.

-- Somebody scans the shelves of a place in their order.
create table shelf_inventory (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    -- null: whatever the location
    shelf_location_id int unsigned null,
    -- call numbers as labels; both empty: from the first scan to the last
    from_label varchar(60) not null default '',
    to_label varchar(60) not null default '',
    state enum ('open', 'closed', 'dropped') not null default 'open',
    started_at datetime(3) not null,
    -- of staff, as everybody here
    started_by bigint unsigned not null,
    closed_at datetime(3) null,
    closed_by bigint unsigned null,
    -- of the form that closed it: the same one again does nothing a second time
    closed_request uuid null,
    -- whoever begins where one is open goes on with that one
    open_place varchar(160) as (if(state <> 'open', null,
        concat(site_id, ':', coalesce(shelf_location_id, 0), ':', from_label, ':', to_label))) persistent,
    unique key shelf_inventory_open (open_place),
    key shelf_inventory_site (site_id, id),
    key shelf_inventory_location (shelf_location_id),
    constraint shelf_inventory_site foreign key (site_id) references site (id),
    constraint shelf_inventory_location foreign key (shelf_location_id) references shelf_location (id),
    check ((from_label = '') = (to_label = '')),
    check ((state = 'open') = (closed_at is null)),
    check ((closed_at is null) = (closed_by is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A scan, in the order of scanning: by who scanned, and by bay, as one person does several one after the other.
create table shelf_scan (
    id bigint unsigned not null auto_increment primary key,
    inventory_id bigint unsigned not null,
    -- null: nobody knows the code
    item_id bigint unsigned null,
    code varchar(64) not null,
    at datetime(3) not null,
    -- of staff
    account_id bigint unsigned not null,
    bay smallint unsigned not null,
    -- the same scan sent again is not done a second time
    request_id uuid not null,
    -- what it was before somebody set it right from here; null: nobody did
    settled enum ('on_loan', 'found', 'set_aside', 'wrong_site') null,
    unique key shelf_scan_once (inventory_id, item_id),
    unique key shelf_scan_request (request_id),
    key shelf_scan_bay (inventory_id, account_id, bay, id),
    key shelf_scan_item (item_id),
    constraint shelf_scan_inventory foreign key (inventory_id) references shelf_inventory (id),
    constraint shelf_scan_item foreign key (item_id) references item (id) on delete cascade,
    check (code <> ''),
    check (bay >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What came of it, a line for each copy, written when the inventory is closed.
create table shelf_line (
    inventory_id bigint unsigned not null,
    item_id bigint unsigned not null,
    outcome enum ('fine', 'out_of_order', 'no_call_number', 'wrong_location', 'wrong_site', 'on_loan', 'found', 'set_aside',
        'withdrawn', 'missing', 'elsewhere') not null,
    -- whether the copy belongs to what was looked through
    expected boolean not null,
    -- whether it was set right from the inventory, or marked as missing
    settled boolean not null default false,
    -- before it was marked
    condition_before enum ('good', 'worn', 'damaged') null,
    primary key (inventory_id, item_id),
    key shelf_line_item (item_id, inventory_id),
    constraint shelf_line_inventory foreign key (inventory_id) references shelf_inventory (id),
    constraint shelf_line_item foreign key (item_id) references item (id) on delete cascade,
    check (condition_before is null or outcome = 'missing')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- When a copy was scanned at its shelf last. Says nothing of anybody.
create table item_seen (
    item_id bigint unsigned not null primary key,
    seen_at datetime(3) not null,
    constraint item_seen_item foreign key (item_id) references item (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What makes a copy one that somebody should look at: all that a rule states must be true of it.
create table weeding_rule (
    id int unsigned not null auto_increment primary key,
    name varchar(100) not null,
    -- class numbers or sections: 600 to 619, FIC; both empty: every class
    from_class varchar(20) not null default '',
    to_class varchar(20) not null default '',
    -- more years since it was published
    years smallint unsigned null,
    -- more years since it was lent or used in the room, or since it came when it never was
    unused_years smallint unsigned null,
    -- at least so bad
    worst enum ('worn', 'damaged') null,
    -- more copies of the title at the site
    copies smallint unsigned null,
    active boolean not null default true,
    version int unsigned not null default 1,
    unique key weeding_rule_name (name),
    check (name <> ''),
    check ((from_class = '') = (to_class = '')),
    check (years is not null or unused_years is not null or worst is not null or copies is not null),
    check (years between 0 and 200),
    check (unused_years between 1 and 200),
    check (copies between 1 and 999)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Ages as the CREW method has them for school libraries; every school changes them.
insert into weeding_rule (name, from_class, to_class, years, unused_years, worst, copies) values
    ('General works', '000', '003', 8, 3, null, null),
    ('Libraries, books', '010', '029', 10, 3, null, null),
    ('Computers', '004', '006', 4, null, null, null),
    ('Encyclopedias', '030', '039', 6, null, null, null),
    ('Magazines, news, quotations', '040', '099', 10, 3, null, null),
    ('Philosophy, psychology', '100', '199', 10, 3, null, null),
    ('Religion', '200', '299', 10, 3, null, null),
    ('Statistics, almanacs', '310', '319', 3, null, null, null),
    ('Society', '300', '309', 10, 3, null, null),
    ('Government, economy', '320', '339', 5, 3, null, null),
    ('Law to commerce', '340', '389', 10, 3, null, null),
    ('Folk tales, customs', '390', '399', null, 5, null, null),
    ('Languages', '400', '499', 10, 3, null, null),
    ('Science', '500', '599', 10, 3, null, null),
    ('Space and earth', '520', '559', 7, null, null, null),
    ('Medicine and health', '610', '619', 5, null, null, null),
    ('Technology', '600', '609', 8, 3, null, null),
    ('Engineering, farming', '620', '639', 8, 3, null, null),
    ('Home and family', '640', '659', 8, 3, null, null),
    ('Industry', '660', '699', 10, 3, null, null),
    ('Arts', '700', '769', null, 5, null, null),
    ('Photography, film, sports', '770', '799', 10, 3, null, null),
    ('Literature', '800', '899', null, 5, null, null),
    ('Geography, travel', '910', '919', 8, 2, null, null),
    ('History', '930', '999', 15, 3, null, null),
    ('Biography', 'B', 'B', null, 4, null, null),
    ('Fiction', 'FIC', 'FIC', null, 3, null, null),
    ('Easy books', 'E', 'E', null, 3, null, null),
    ('Graphic novels', 'GN', 'GN', null, 2, null, null),
    ('Damaged', '', '', null, null, 'damaged', null),
    ('Worn, and hardly used', '', '', null, 2, 'worn', null),
    ('Many copies of an old favorite', '', '', null, 2, null, 3);

-- Somebody has looked at it and it stays.
create table weeding_keep (
    item_id bigint unsigned not null primary key,
    -- the last year in which it is not on the list
    until_year smallint unsigned not null,
    reason varchar(200) not null,
    at datetime(3) not null,
    -- of staff
    account_id bigint unsigned not null,
    constraint weeding_keep_item foreign key (item_id) references item (id) on delete cascade,
    check (reason <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Copies that were withdrawn together, and can be brought back together.
create table weeding_batch (
    id bigint unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    -- of the form: the same one again does nothing a second time
    request_id uuid not null,
    at datetime(3) not null,
    -- the day at the site
    withdrawn_on date not null,
    -- of staff
    account_id bigint unsigned not null,
    undone_at datetime(3) null,
    undone_by bigint unsigned null,
    unique key weeding_batch_once (request_id),
    key weeding_batch_site (site_id, id),
    constraint weeding_batch_site foreign key (site_id) references site (id),
    check ((undone_at is null) = (undone_by is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table weeding_batch_item (
    batch_id bigint unsigned not null,
    item_id bigint unsigned not null,
    primary key (batch_id, item_id),
    key weeding_batch_item (item_id),
    constraint weeding_batch_item_batch foreign key (batch_id) references weeding_batch (id),
    constraint weeding_batch_item_item foreign key (item_id) references item (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
