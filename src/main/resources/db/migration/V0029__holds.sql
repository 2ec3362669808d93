-- Holds: who waits for what, in which order, and which copies are set aside for them. Times are UTC, days are those of the pick-up site.
-- A title or a copy may be deleted by an import and brought back by its undo, so nothing here points to them by a foreign key: holds
-- on what is gone are cancelled by a job.

-- A row for each title that somebody ever wanted: whoever changes its queue locks it. Order of locks: patron, item, queue.
create table hold_queue (
    bib_id bigint unsigned not null primary key
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table hold (
    id bigint unsigned not null auto_increment primary key,
    -- null as soon as the hold is over and forgotten
    patron_id bigint unsigned null,
    bib_id bigint unsigned not null,
    -- only this copy will do; staff alone say so
    item_id bigint unsigned null,
    -- where it is picked up
    site_id int unsigned not null,
    -- a teacher may want several copies of one title
    quantity smallint unsigned not null default 1,
    placed_at datetime(3) not null,
    -- account of staff; null: the patron
    placed_by bigint unsigned null,
    -- the order of the queue, by id where it is the same; never shown, as positions are counted
    place int unsigned not null,
    -- the last day on which the hold is passed over; it keeps its place
    suspended_until date null,
    -- that a copy is ready or on its way is not stored here: held_copy says so
    state enum ('open', 'filled', 'cancelled', 'expired') not null default 'open',
    ended_at datetime(3) null,
    ended_why enum ('picked_up', 'by_patron', 'by_staff', 'not_picked_up', 'title_gone', 'patron_left', 'merged') null,
    -- when the person is to be forgotten; null while open and afterwards
    forget_at datetime(3) null,
    version int unsigned not null default 1,
    open_patron bigint unsigned as (if(state = 'open', patron_id, null)) persistent,
    only_item bigint unsigned as (coalesce(item_id, 0)) persistent,
    unique key hold_once (open_patron, bib_id, only_item),
    key hold_queue (bib_id, state, place),
    key hold_patron (patron_id, state),
    key hold_open (state, site_id),
    key hold_forget (forget_at),
    constraint hold_patron foreign key (patron_id) references patron (id) on delete cascade,
    constraint hold_site foreign key (site_id) references site (id),
    check (quantity >= 1),
    check (item_id is null or quantity = 1),
    check ((state = 'open') = (ended_at is null)),
    check ((state = 'open') = (ended_why is null)),
    check (state <> 'open' or patron_id is not null),
    check (state <> 'open' or forget_at is null)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A copy that was set aside for a hold. One whose hold is over, or that was freed, stays until somebody has it in hand and scans it.
create table held_copy (
    id bigint unsigned not null auto_increment primary key,
    -- null: freed
    hold_id bigint unsigned null,
    item_id bigint unsigned not null,
    -- on whose hold shelf it stands, or will
    site_id int unsigned not null,
    state enum ('in_transit', 'ready', 'filled', 'over') not null,
    trapped_at datetime(3) not null,
    ready_at datetime(3) null,
    -- the last day on the hold shelf; null: no end, or not on it
    shelf_until date null,
    set_aside bigint unsigned as (if(state in ('in_transit', 'ready'), item_id, null)) persistent,
    unique key held_copy_item (set_aside),
    key held_copy_hold (hold_id, state),
    key held_copy_shelf (site_id, state, shelf_until),
    constraint held_copy_hold foreign key (hold_id) references hold (id) on delete set null,
    constraint held_copy_site foreign key (site_id) references site (id),
    check (state <> 'ready' or ready_at is not null),
    check (shelf_until is null or ready_at is not null)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What happened to a hold, in codes. The reason goes blank with the hold's person.
create table hold_event (
    id bigint unsigned not null auto_increment primary key,
    hold_id bigint unsigned not null,
    at datetime(3) not null,
    kind enum ('placed', 'moved', 'suspended', 'resumed', 'site_changed', 'trapped', 'sent', 'arrived', 'freed', 'filled', 'reopened',
        'cancelled', 'expired') not null,
    -- of staff; null: the patron, or a job
    account_id bigint unsigned null,
    item_id bigint unsigned null,
    reason varchar(500) not null default '',
    -- rows of the queue from 1, when it was moved
    row_before int unsigned null,
    row_after int unsigned null,
    key hold_event_hold (hold_id, id),
    constraint hold_event_hold foreign key (hold_id) references hold (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A copy on its way between sites: at most one way at a time.
create table item_transfer (
    id bigint unsigned not null auto_increment primary key,
    item_id bigint unsigned not null,
    from_site_id int unsigned not null,
    to_site_id int unsigned not null,
    why enum ('home', 'hold') not null,
    made_at datetime(3) not null,
    -- null: it waits in the box
    sent_at datetime(3) null,
    ended_at datetime(3) null,
    ended enum ('arrived', 'broken_off') null,
    active_item bigint unsigned as (if(ended is null, item_id, null)) persistent,
    unique key item_transfer_item (active_item),
    key item_transfer_from (from_site_id, ended),
    key item_transfer_to (to_site_id, ended),
    constraint item_transfer_from foreign key (from_site_id) references site (id),
    constraint item_transfer_to foreign key (to_site_id) references site (id),
    check (from_site_id <> to_site_id),
    check ((ended is null) = (ended_at is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What is not on its shelf though nobody has it: on a hold shelf or on the way to one, and on any way between sites. The catalog reads
-- these, and knows nothing else of holds.
create view item_held as select set_aside as item_id, site_id, state from held_copy where set_aside is not null;
create view item_in_transfer as
    select active_item as item_id, from_site_id, to_site_id from item_transfer where active_item is not null;
