-- The school's own time: kinds of days, the bells of each kind, and which date is of which kind. Days and hours are local to the site.

create table day_type (
    id int unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    -- as people and files have it: A, B, EARLY
    code varchar(12) not null,
    name_en varchar(60) not null,
    -- empty: as in English
    name_es varchar(60) not null default '',
    -- whether there is school on such a day
    school boolean not null default true,
    unique key day_type_code (site_id, code),
    -- so that a day cannot be of another site's type
    unique key day_type_of_site (id, site_id),
    constraint day_type_site foreign key (site_id) references site (id),
    check (code <> '' and name_en <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A version of the bells of a type: it holds from its first day until a later one.
create table bell_schedule (
    id int unsigned not null auto_increment primary key,
    day_type_id int unsigned not null,
    from_on date not null,
    unique key bell_schedule_version (day_type_id, from_on),
    constraint bell_schedule_type foreign key (day_type_id) references day_type (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- On 1 January 2001, as periods need dates and then cannot overlap.
create table bell_period (
    schedule_id int unsigned not null,
    -- by which bookings know it
    number tinyint unsigned not null,
    name varchar(40) not null,
    starts_at datetime not null,
    ends_at datetime not null,
    period for rings (starts_at, ends_at),
    primary key (schedule_id, number),
    unique key bell_period_once (schedule_id, rings without overlaps),
    constraint bell_period_schedule foreign key (schedule_id) references bell_schedule (id) on delete cascade,
    check (number <= 99 and name <> ''),
    check (starts_at >= '2001-01-01' and ends_at < '2001-01-02')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A date without a row is no day of school.
create table school_day (
    site_id int unsigned not null,
    on_date date not null,
    day_type_id int unsigned not null,
    primary key (site_id, on_date),
    key school_day_type (day_type_id, site_id),
    constraint school_day_type foreign key (day_type_id, site_id) references day_type (id, site_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
