-- What people owe and what became of it; what is lost, damaged or claimed. Money is decimal. Times are UTC.
-- A sum that was written never changes and never goes: these tables only grow. Whose it was, for which loan, and what somebody typed
-- about it goes when the person or the loan is forgotten.

create table charge (
    id bigint unsigned not null auto_increment primary key,
    -- null when the person was erased
    patron_id bigint unsigned null,
    -- null: for no loan, or the loan is forgotten
    loan_id bigint unsigned null,
    type enum ('overdue', 'lost', 'processing', 'damage', 'copay', 'manual') not null,
    class enum ('library', 'device') not null,
    amount decimal(8, 2) not null,
    -- which rule made it so much, in codes: [["LATE", "3", "0.10"]]
    why varchar(2000) character set utf8mb4 collate utf8mb4_bin not null check (json_valid(why)),
    -- typed by staff
    reason varchar(500) not null default '',
    at datetime(3) not null,
    -- of the account at the desk; null: a job
    account_id bigint unsigned null,
    request_id uuid not null,
    unique key charge_once (request_id, type),
    key charge_patron (patron_id, id),
    key charge_loan (loan_id),
    constraint charge_patron foreign key (patron_id) references patron (id) on delete set null,
    constraint charge_loan foreign key (loan_id) references loan (id),
    check (amount > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Something that was done at once to one or several charges of a person: the same request again finds it here.
create table fee_act (
    id bigint unsigned not null auto_increment primary key,
    request_id uuid not null,
    patron_id bigint unsigned null,
    kind enum ('payment', 'waiver', 'refund', 'write_off', 'cancellation', 'reinstatement') not null,
    -- how money changed hands; null when none did
    means enum ('cash', 'check', 'card', 'other', 'credit') null,
    total decimal(8, 2) not null,
    reason varchar(500) not null default '',
    at datetime(3) not null,
    account_id bigint unsigned null,
    unique key fee_act_once (request_id),
    key fee_act_patron (patron_id, id),
    constraint fee_act_patron foreign key (patron_id) references patron (id) on delete set null,
    check (total > 0),
    check ((means is not null) = (kind in ('payment', 'refund')))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

create table charge_entry (
    id bigint unsigned not null auto_increment primary key,
    act_id bigint unsigned not null,
    charge_id bigint unsigned not null,
    kind enum ('payment', 'waiver', 'refund', 'write_off', 'cancellation', 'reinstatement') not null,
    amount decimal(8, 2) not null,
    -- by how much the balance of the charge rises
    delta decimal(8, 2) as (if(kind in ('refund', 'reinstatement'), amount, -amount)) persistent,
    unique key charge_entry_once (act_id, charge_id, kind),
    key charge_entry_charge (charge_id, delta),
    constraint charge_entry_act foreign key (act_id) references fee_act (id),
    constraint charge_entry_charge foreign key (charge_id) references charge (id),
    check (amount > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What was promised when a loan was marked as lost.
create table lost_loan (
    loan_id bigint unsigned not null primary key,
    lost_at datetime(3) not null,
    found_rule enum ('refund_all', 'refund_unpaid', 'keep') not null,
    -- for so many days what was paid is given back
    refund_days smallint unsigned not null,
    -- whether the fee for processing is given back too
    processing_back boolean not null,
    -- what is charged for lateness when it is found; 0: nothing, or it was charged already
    overdue_when_found decimal(8, 2) not null,
    -- and why it is so much, as a charge has it
    overdue_why varchar(2000) character set utf8mb4 collate utf8mb4_bin not null check (json_valid(overdue_why)),
    found_at datetime(3) null,
    constraint lost_loan_loan foreign key (loan_id) references loan (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- That the loan will soon count as lost was said once.
create table lost_warning (
    loan_id bigint unsigned not null primary key,
    warned_at datetime(3) not null,
    constraint lost_warning_loan foreign key (loan_id) references loan (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A borrower says: I have brought it back, or: I never had it.
create table loan_claim (
    id bigint unsigned not null auto_increment primary key,
    loan_id bigint unsigned not null,
    patron_id bigint unsigned null,
    kind enum ('returned', 'never_had') not null,
    claimed_at datetime(3) not null,
    -- who said so, when it was not the borrower: father, teacher
    said_by varchar(100) not null default '',
    account_id bigint unsigned null,
    request_id uuid not null,
    resolved enum ('checked_in', 'lent_again', 'found_on_shelf', 'found_elsewhere', 'paid', 'written_off') null,
    resolved_at datetime(3) null,
    -- account
    resolved_by bigint unsigned null,
    resolved_request uuid null,
    open_loan bigint unsigned as (if(resolved is null, loan_id, null)) persistent,
    unique key loan_claim_open (open_loan),
    unique key loan_claim_once (request_id),
    key loan_claim_loan (loan_id),
    key loan_claim_patron (patron_id),
    constraint loan_claim_loan foreign key (loan_id) references loan (id),
    constraint loan_claim_patron foreign key (patron_id) references patron (id) on delete set null,
    check ((resolved is null) = (resolved_at is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- How often somebody has claimed such a thing: outlives the loans, and knows no titles.
create table patron_claims (
    patron_id bigint unsigned not null primary key,
    returned_count smallint unsigned not null default 0,
    never_had_count smallint unsigned not null default 0,
    constraint patron_claims_patron foreign key (patron_id) references patron (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- A copy that came back damaged, or came back after it was lost and is to be looked at.
create table damage_report (
    id bigint unsigned not null auto_increment primary key,
    item_id bigint unsigned not null,
    -- who had it; both null: nobody, or it is settled and forgotten
    loan_id bigint unsigned null,
    patron_id bigint unsigned null,
    kind enum ('damaged', 'look_at') not null,
    note varchar(500) not null default '',
    reported_at datetime(3) not null,
    account_id bigint unsigned null,
    request_id uuid not null,
    settled enum ('charged', 'not_charged', 'in_order', 'undone') null,
    settled_at datetime(3) null,
    -- account
    settled_by bigint unsigned null,
    unique key damage_report_once (request_id, kind),
    key damage_report_item (item_id),
    key damage_report_loan (loan_id),
    key damage_report_patron (patron_id),
    key damage_report_open (settled, reported_at),
    constraint damage_report_item foreign key (item_id) references item (id) on delete cascade,
    constraint damage_report_loan foreign key (loan_id) references loan (id),
    constraint damage_report_patron foreign key (patron_id) references patron (id) on delete set null,
    check ((settled is null) = (settled_at is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- What a copy was like before a scan changed it, for as long as the scan can be undone.
create table condition_before (
    request_id uuid not null primary key,
    item_id bigint unsigned not null,
    item_condition varchar(16) character set ascii collate ascii_bin not null,
    at datetime(3) not null,
    key condition_before_at (at),
    constraint condition_before_item foreign key (item_id) references item (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_as_ci;

-- Copies that somebody has or had: imports that delete or are taken back leave them.
create view item_lent as select item_id from loan;

delimiter //

create trigger charge_is_kept before delete on charge for each row
    signal sqlstate '45000' set message_text = 'The ledger only grows: no charge can be taken out'//

create trigger charge_stays before update on charge for each row
begin
    if not (new.id = old.id and new.type = old.type and new.class = old.class and new.amount = old.amount
            and new.why = old.why and new.at = old.at and new.account_id <=> old.account_id
            and new.request_id = old.request_id and (new.loan_id <=> old.loan_id or new.loan_id is null)
            and (new.reason = old.reason or new.reason = '')) then
        signal sqlstate '45000' set message_text = 'The ledger only grows: no charge can be changed';
    end if;
end//

create trigger fee_act_is_kept before delete on fee_act for each row
    signal sqlstate '45000' set message_text = 'The ledger only grows: nothing that was done can be taken out'//

create trigger fee_act_stays before update on fee_act for each row
begin
    if not (new.id = old.id and new.request_id = old.request_id and new.kind = old.kind and new.means <=> old.means
            and new.total = old.total and new.at = old.at and new.account_id <=> old.account_id
            and (new.reason = old.reason or new.reason = '')) then
        signal sqlstate '45000' set message_text = 'The ledger only grows: nothing that was done can be changed';
    end if;
end//

create trigger charge_entry_is_kept before delete on charge_entry for each row
    signal sqlstate '45000' set message_text = 'The ledger only grows: no entry can be taken out'//

create trigger charge_entry_stays before update on charge_entry for each row
    signal sqlstate '45000' set message_text = 'The ledger only grows: no entry can be changed'//

-- Whoever writes: no more is paid than is owed, no more is given back than was paid. The lock on the charge makes two at
-- once wait for each other.
create trigger charge_entry_fits before insert on charge_entry for each row
begin
    declare owed decimal(10, 2);
    declare lowered decimal(10, 2);
    declare paid decimal(10, 2);
    declare fits boolean;
    select amount into owed from charge where id = new.charge_id for update;
    select coalesce(sum(case when kind in ('waiver', 'write_off', 'cancellation') then amount
                             when kind = 'reinstatement' then -amount else 0 end), 0),
           coalesce(sum(case when kind = 'payment' then amount when kind = 'refund' then -amount else 0 end), 0)
        into lowered, paid from charge_entry where charge_id = new.charge_id lock in share mode;
    set fits = case
        when new.kind in ('payment', 'waiver', 'write_off') then new.amount <= owed - lowered - paid
        when new.kind = 'cancellation' then new.amount <= owed - lowered
        when new.kind = 'reinstatement' then new.amount <= lowered
        else new.amount <= paid
    end;
    if not coalesce(fits, false) then
        signal sqlstate '45000' set message_text = 'The ledger: more than there is to pay or to give back';
    end if;
end//

delimiter ;
