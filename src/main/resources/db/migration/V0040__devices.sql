-- Devices that the library lends: an item with a device record, of a model, which is the item's title. Where a device is, is never
-- stored: loans, transfers and, later, assignments, carts and tickets say so. Times are UTC. (The table device is of kiosk screens.)

create table device_model (
    id int unsigned not null auto_increment primary key,
    -- the title of its items, which the catalog keeps for desks and shows to nobody
    bib_id bigint unsigned not null,
    manufacturer varchar(100) not null,
    name varchar(150) not null,
    category enum ('chromebook', 'laptop', 'tablet', 'hotspot', 'camera', 'projector', 'whiteboard', 'calculator', 'audio', 'charger',
        'cart', 'kit', 'other') not null,
    -- how its devices are lent: loan rules go by item type
    item_type_id int unsigned not null,
    price_cents int unsigned null,
    -- the last day on which the maker sends updates (AUE); null: nobody knows
    support_ends date null,
    note varchar(2000) not null default '',
    version int unsigned not null default 1,
    unique key device_model_once (manufacturer, name),
    unique key device_model_bib (bib_id),
    -- so that a device's serial is unique with its maker
    unique key device_model_maker (id, manufacturer),
    constraint device_model_bib foreign key (bib_id) references bib_record (id),
    constraint device_model_type foreign key (item_type_id) references item_type (id),
    check (name <> '' and version >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Its tag is the barcode of the item; site, price, day of purchase, vendor, funding source and note are the item's too.
create table device_record (
    id bigint unsigned not null auto_increment primary key,
    item_id bigint unsigned not null,
    model_id int unsigned not null,
    -- of the model, kept by the foreign key
    manufacturer varchar(100) not null,
    -- null: the device still needs one; never used again for another device (V3, V4)
    asset_tag varchar(64) null,
    -- as read; empty: unknown
    serial varchar(64) not null default '',
    -- in capitals; null when the serial is empty or a placeholder of makers, which nothing is recognised by (V4)
    serial_key varchar(64) null,
    -- what people set; what the item says goes before it (lost at the desk, missing in an inventory)
    device_condition enum ('pre_receipt', 'ready', 'needs_check', 'broken', 'waiting_parts', 'at_vendor', 'retired_pending', 'retired',
        'stolen', 'missing') not null default 'ready',
    condition_reason varchar(500) not null default '',
    condition_since datetime(3) not null default utc_timestamp(3),
    room varchar(100) not null default '',
    order_number varchar(100) not null default '',
    warranty_ends date null,
    -- of this very device, when it is another day than its model's
    support_ends date null,
    -- fields that people here changed, by name with commas between: imports leave them alone
    local_fields varchar(300) character set ascii collate ascii_bin not null default '',
    version int unsigned not null default 1,
    created_at datetime(3) not null default utc_timestamp(3),
    updated_at datetime(3) not null default utc_timestamp(3),
    unique key device_record_item (item_id),
    unique key device_record_tag (asset_tag),
    unique key device_record_serial (manufacturer, serial_key),
    key device_record_serial_alone (serial_key),
    key device_record_model (model_id, manufacturer),
    constraint device_record_item foreign key (item_id) references item (id),
    constraint device_record_model foreign key (model_id, manufacturer) references device_model (id, manufacturer)
        on update cascade,
    check (asset_tag <> '' and asset_tag = trim(asset_tag)),
    check (serial_key <> ''),
    check (version >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Labels that fell off or were replaced: who scans one still finds the device, and no other device gets the tag.
create table device_old_tag (
    asset_tag varchar(64) not null primary key,
    device_id bigint unsigned not null,
    until_at datetime(3) not null,
    key device_old_tag_device (device_id),
    constraint device_old_tag_device foreign key (device_id) references device_record (id),
    check (asset_tag <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What a console that manages devices says of one. Facts only: an import writes here and never where people set something (V5).
create table device_mdm (
    source enum ('google', 'jamf', 'intune') not null,
    -- deviceId of Google, JSS Mobile Device ID or UDID of Jamf, Device ID of Intune
    mdm_id varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    device_id bigint unsigned not null,
    device_name varchar(200) not null default '',
    os_version varchar(64) not null default '',
    -- the status of the console, in its own word
    status varchar(40) not null default '',
    enrolled_at datetime(3) null,
    last_seen_at datetime(3) null,
    support_ends date null,
    -- what people wrote down over there: tag, place and note
    annotated_tag varchar(100) not null default '',
    annotated_place varchar(200) not null default '',
    annotated_note varchar(2000) not null default '',
    org_unit varchar(300) not null default '',
    read_at datetime(3) not null,
    primary key (source, mdm_id),
    unique key device_mdm_device (device_id, source),
    constraint device_mdm_device foreign key (device_id) references device_record (id),
    check (mdm_id <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Who used a device last, as a console says: a user name or an address, which need not be of anybody we know. Goes with the person.
create table device_last_user (
    device_id bigint unsigned not null,
    source enum ('google', 'jamf', 'intune') not null,
    user_name varchar(254) not null,
    -- from when on every import named the same
    since_at datetime(3) not null,
    seen_at datetime(3) not null,
    primary key (device_id, source),
    key device_last_user_name (user_name),
    constraint device_last_user_device foreign key (device_id) references device_record (id),
    check (user_name <> '' and since_at <= seen_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A hint by which somebody may look for a device, never a key (V4): docks and adapters wander.
create table device_mac (
    device_id bigint unsigned not null,
    -- twelve hexadecimal digits in small letters
    mac char(12) character set ascii collate ascii_bin not null,
    kind enum ('wifi', 'ethernet', 'bluetooth', 'other') not null default 'other',
    primary key (device_id, mac),
    key device_mac (mac),
    constraint device_mac_device foreign key (device_id) references device_record (id),
    check (mac regexp '^[0-9a-f]{12}$')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What happened to a device, in codes; loans are in their own table and go from there when they are forgotten. Only grows.
create table device_event (
    id bigint unsigned not null auto_increment primary key,
    device_id bigint unsigned not null,
    at datetime(3) not null,
    -- of staff; null: a job or an import
    account_id bigint unsigned null,
    kind enum ('added', 'edited', 'condition_set', 'tag_changed', 'moved', 'retired', 'reactivated', 'mdm_linked', 'note') not null,
    -- which field or which condition, before and after; codes and values, never a person
    what varchar(40) character set ascii collate ascii_bin not null default '',
    was varchar(300) not null default '',
    becomes varchar(300) not null default '',
    -- typed by staff
    reason varchar(500) not null default '',
    cost_cents int unsigned null,
    key device_event_device (device_id, id),
    constraint device_event_device foreign key (device_id) references device_record (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Things without a barcode that are only counted (V6): chargers, cables, bags.
create table accessory_type (
    id int unsigned not null auto_increment primary key,
    name varchar(100) not null,
    price_cents int unsigned null,
    unique key accessory_type_name (name),
    check (name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What a device of the model is given out with.
create table device_model_accessory (
    model_id int unsigned not null,
    type_id int unsigned not null,
    quantity tinyint unsigned not null default 1,
    primary key (model_id, type_id),
    constraint device_model_accessory_model foreign key (model_id) references device_model (id),
    constraint device_model_accessory_type foreign key (type_id) references accessory_type (id),
    check (quantity > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table accessory_stock (
    type_id int unsigned not null,
    site_id int unsigned not null,
    -- signed, so that taking too many breaks the check and not the arithmetic
    quantity int not null,
    primary key (type_id, site_id),
    constraint accessory_stock_type foreign key (type_id) references accessory_type (id),
    constraint accessory_stock_site foreign key (site_id) references site (id),
    constraint accessory_stock_never_below_zero check (quantity >= 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Every change of a count. Its sum is the count.
create table accessory_move (
    id bigint unsigned not null auto_increment primary key,
    type_id int unsigned not null,
    site_id int unsigned not null,
    -- up when positive
    quantity int not null,
    why enum ('bought', 'found', 'returned', 'handed_out', 'lost', 'broken', 'counted') not null,
    at datetime(3) not null,
    -- of staff; null: a job
    account_id bigint unsigned null,
    -- the same request again does nothing a second time
    request_id uuid not null,
    note varchar(200) not null default '',
    unique key accessory_move_once (request_id),
    key accessory_move_stock (type_id, site_id, id),
    constraint accessory_move_stock foreign key (type_id, site_id) references accessory_stock (type_id, site_id),
    check (quantity <> 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Titles that the catalog keeps for desks and shows nowhere else, and what a copy is known by at a desk besides its barcode. The
-- catalog reads these, and knows nothing else of devices.
create view bib_unlisted as select bib_id from device_model;
create view item_alias as
    select item_id, asset_tag as code from device_record where asset_tag is not null
    union all select item_id, serial_key from device_record where serial_key is not null
    union all select d.item_id, o.asset_tag from device_old_tag o join device_record d on d.id = o.device_id;
