-- What somebody moved because a site was closed, or open after all (rule D7), so that it can be taken back. Times are UTC, days are the
-- site's.

create table calendar_move (
    id bigint unsigned not null auto_increment primary key,
    request_id uuid not null,
    site_id int unsigned not null,
    first_on date not null,
    last_on date not null,
    -- the days were closed; else a closure went
    closed boolean not null,
    moved_at datetime(3) not null,
    -- accounts of staff
    moved_by bigint unsigned not null,
    undone_at datetime(3) null,
    undone_by bigint unsigned null,
    unique key calendar_move_once (request_id),
    key calendar_move_site (site_id, id),
    constraint calendar_move_site foreign key (site_id) references site (id) on delete cascade,
    check (last_on >= first_on),
    check ((undone_at is null) = (undone_by is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Each loan, copy on the hold shelf and fine, by number. Nothing here says whose.
create table calendar_move_part (
    move_id bigint unsigned not null,
    what enum ('loan', 'shelf', 'fine') not null,
    -- of the loan, of the row of held_copy, or of the charge
    ref_id bigint unsigned not null,
    due_before datetime(3) null,
    due_after datetime(3) null,
    shelf_before date null,
    shelf_after date null,
    -- what went of the fine
    amount decimal(8, 2) null,
    primary key (move_id, what, ref_id),
    key calendar_move_part_ref (what, ref_id),
    constraint calendar_move_part_move foreign key (move_id) references calendar_move (id) on delete cascade,
    check ((what = 'loan') = (due_before is not null and due_after is not null)),
    check ((what = 'shelf') = (shelf_before is not null and shelf_after is not null)),
    check ((what = 'fine') = (amount is not null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- How many loans there were, without anybody in it (rule PR-2): a loan comes in here when it is forgotten, and loses the grade of its
-- borrower at the same time.
create table loan_count (
    site_id int unsigned not null,
    -- the first day of the month in which it was lent, by the clock of the site
    month date not null,
    band enum ('pk_2', 'g3_5', 'g6_8', 'g9_12', 'no_grade', 'grown_up') not null,
    -- code of the item type; empty for a copy without one
    material varchar(64) not null default '',
    loans int unsigned not null,
    primary key (site_id, month, band, material),
    constraint loan_count_site foreign key (site_id) references site (id) on delete cascade,
    check (dayofmonth(month) = 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Those that were forgotten before; the month is that of UTC, as the database knows no other.
insert into loan_count (site_id, month, band, material, loans)
select l.site_id, date_format(l.lent_at, '%Y-%m-01'),
    case when l.patron_category <> 'student' then 'grown_up'
         when l.grade in ('PK', 'TK', 'KG', '01', '02') then 'pk_2'
         when l.grade in ('03', '04', '05') then 'g3_5'
         when l.grade in ('06', '07', '08') then 'g6_8'
         when l.grade in ('09', '10', '11', '12', '13') then 'g9_12'
         else 'no_grade' end,
    coalesce(t.code, ''), count(*)
from loan l join item i on i.id = l.item_id left join item_type t on t.id = i.item_type_id
where l.ended is not null and l.ended <> 'undone' and l.patron_id is null
group by 1, 2, 3, 4;

update loan set grade = '' where ended is not null and patron_id is null;
