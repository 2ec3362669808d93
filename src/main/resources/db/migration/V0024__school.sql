-- What holds at each site, and when it is open. Days and hours are local to the site's time zone.

create table site_setting (
    site_id int unsigned not null primary key,
    version int unsigned not null default 1,
    address varchar(300) not null default '',
    phone varchar(40) not null default '',
    -- of the IANA time zone database: America/Chicago
    time_zone varchar(64) character set ascii collate ascii_bin not null,
    notice_languages enum ('en', 'es', 'both') not null default 'both',
    sender_name varchar(100) not null default '',
    sender_mail varchar(254) character set utf8mb4 collate utf8mb4_bin not null default '',
    constraint site_setting_site foreign key (site_id) references site (id),
    check (time_zone like '_%/_%' and version >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The usual week, in the one that began on Monday, 1 January 2001: periods need dates, and then cannot overlap.
create table opening_hour (
    site_id int unsigned not null,
    opens_at datetime not null,
    closes_at datetime not null,
    period for open_time (opens_at, closes_at),
    primary key (site_id, open_time without overlaps),
    constraint opening_hour_site foreign key (site_id) references site (id),
    check (opens_at >= '2001-01-01' and closes_at < '2001-01-08' and cast(opens_at as date) = cast(closes_at as date))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Days on which the usual week does not hold: closed, or open at other hours.
create table school_closure (
    id int unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    first_on date not null,
    -- the day after the last
    after_on date not null,
    reason_en varchar(100) not null,
    reason_es varchar(100) not null default '',
    period for days (first_on, after_on),
    unique key school_closure_once (site_id, days without overlaps),
    constraint school_closure_site foreign key (site_id) references site (id),
    check (reason_en <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The other hours, on 1 January 2001. A closure without any is closed.
create table school_closure_hour (
    closure_id int unsigned not null,
    opens_at datetime not null,
    closes_at datetime not null,
    period for open_time (opens_at, closes_at),
    primary key (closure_id, open_time without overlaps),
    constraint school_closure_hour_closure foreign key (closure_id) references school_closure (id) on delete cascade,
    check (opens_at >= '2001-01-01' and closes_at < '2001-01-02')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- The school year as the school counts it; rosters bring terms of their own, for classes.
create table school_term (
    id int unsigned not null auto_increment primary key,
    site_id int unsigned not null,
    name varchar(100) not null,
    first_on date not null,
    -- the day after the last
    after_on date not null,
    period for days (first_on, after_on),
    unique key school_term_once (site_id, days without overlaps),
    constraint school_term_site foreign key (site_id) references site (id),
    check (name <> '')
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;
