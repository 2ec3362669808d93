-- Loans: who has what until when. Times are UTC; due_on is the day in the zone of the loan's site. That an item is on loan is never
-- stored: an open loan says so, and there can be only one an item.

create table loan (
    id bigint unsigned not null auto_increment primary key,
    item_id bigint unsigned not null,
    -- null as soon as the loan is over and forgotten: what remains says nothing about a person
    patron_id bigint unsigned null,
    -- the site whose rules, calendar and clock hold for the whole of the loan
    site_id int unsigned not null,
    zone varchar(64) character set ascii collate ascii_bin not null,
    -- for counts that name nobody
    patron_category enum ('student', 'teacher', 'staff', 'volunteer', 'other') not null,
    grade varchar(16) not null default '',
    lent_at datetime(3) not null,
    -- both null: no due date
    due_at datetime(3) null,
    due_on date null,
    -- lost and claimed loans are open: nothing accrues, and the thing can still come back
    state enum ('out', 'lost', 'claimed_returned') not null default 'out',
    -- since when the state holds; null while out
    state_since datetime(3) null,
    renewals smallint unsigned not null default 0,
    -- the values of the rules as they were when it was lent, and which rows they came from: JSON
    rule longtext character set utf8mb4 collate utf8mb4_bin not null check (json_valid(rule)),
    returned_at datetime(3) null,
    -- when the return was scanned, which with a book drop is later than returned_at
    checked_in_at datetime(3) null,
    ended enum ('returned', 'undone', 'paid', 'never_had', 'written_off') null,
    -- when the person is to be forgotten; null while open
    forget_at datetime(3) null,
    version int unsigned not null default 1,
    open_item bigint unsigned as (if(ended is null, item_id, null)) persistent,
    unique key loan_open_item (open_item),
    key loan_patron (patron_id, ended),
    key loan_item (item_id, id),
    key loan_due (ended, due_at),
    key loan_forget (forget_at),
    constraint loan_item foreign key (item_id) references item (id),
    constraint loan_patron foreign key (patron_id) references patron (id),
    constraint loan_site foreign key (site_id) references site (id),
    check ((due_at is null) = (due_on is null)),
    check ((state = 'out') = (state_since is null)),
    check ((ended is null) = (returned_at is null)),
    check ((ended is null) = (checked_in_at is null)),
    check (ended is not null or patron_id is not null),
    check (ended is not null or forget_at is null)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What happened to a loan, in codes; words are made when it is shown. Goes blank with the loan's person, stays for counts.
create table loan_event (
    id bigint unsigned not null auto_increment primary key,
    loan_id bigint unsigned not null,
    at datetime(3) not null,
    kind enum ('lent', 'renewed', 'due_changed', 'returned', 'undone', 'lost', 'claimed_returned', 'claimed_never_had',
        'found', 'paid', 'written_off') not null,
    -- of the account at the desk; null: the borrower, or a job
    account_id bigint unsigned null,
    -- which blocks were lifted, with commas between, and why
    overridden varchar(300) character set ascii collate ascii_bin not null default '',
    reason varchar(500) not null default '',
    due_before datetime(3) null,
    due_after datetime(3) null,
    key loan_event_loan (loan_id, id),
    constraint loan_event_loan foreign key (loan_id) references loan (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What was answered to a request, so that the same one again gets the same answer and does nothing a second time.
create table desk_request (
    request_id uuid not null primary key,
    account_id bigint unsigned null,
    at datetime(3) not null,
    -- JSON; null when the loan that it speaks of is forgotten
    answer longtext character set utf8mb4 collate utf8mb4_bin null,
    loan_id bigint unsigned null,
    patron_id bigint unsigned null,
    key desk_request_loan (loan_id),
    key desk_request_patron (patron_id),
    key desk_request_account (account_id, at),
    key desk_request_at (at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Changes that wait for their number in catalog_change. Writers at desks must not queue for the one row that gives numbers out: they
-- put the record here, and whoever follows the log gives the numbers.
create table catalog_change_waiting (
    id bigint unsigned not null auto_increment primary key,
    bib_id bigint unsigned not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What is not on its shelf because it is lent. The catalog reads this, and knows nothing else of loans.
create view item_on_loan as select open_item as item_id, due_at, due_on, state, lent_at from loan where open_item is not null;
