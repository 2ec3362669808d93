package org.carrel.circulation.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carrel.platform.Utc;

/** What holds for loans, their history, what was answered about them, and for forgetting them (rules Z1, L4, PR-1; I1, I2, I5, I8). */
final class LoanPromises {
    /** So long a job may be late before it counts as not running. */
    private static final Duration LATE = Duration.ofMinutes(15);
    /** Answers are kept a day longer than any desk keeps a scan, and let go at night. */
    private static final Duration ANSWERS = Duration.ofDays(11);

    private static final String BALANCE_OPEN = "exists (select 1 from charge c where c.loan_id = l.id and c.amount + "
            + "coalesce((select sum(e.delta) from charge_entry e where e.charge_id = c.id), 0) <> 0)";

    private LoanPromises() {}

    static List<Promise> all(Instant now) {
        var late = Utc.of(now.minus(LATE));
        return List.of(
                new Promise(
                        "Copy %s is on loan more than once. Check it in until it is not on loan, then lend it to who has it.",
                        "select item_id from loan where ended is null group by item_id having count(*) > 1"),
                new Promise(
                        "Loan %s is open, but its borrower is not known or was merged. Check the copy in.",
                        "select l.id from loan l left join patron p on p.id = l.patron_id where l.ended is null "
                                + "and (p.id is null or p.status = 'merged')"),
                new Promise(
                        "Loan %s is of a copy that is not in the catalog. Restore the copy, or check the loan in by hand.",
                        "select l.id from loan l left join item i on i.id = l.item_id where i.id is null"),
                new Promise(
                        "Loan %s is neither wholly open nor wholly over. Check the copy in once more.",
                        "select id from loan where (ended is null) <> (returned_at is null) "
                                + "or (ended is null) <> (checked_in_at is null) or (ended is null and forget_at is not null) "
                                + "or (due_at is null) <> (due_on is null) or (state = 'out') <> (state_since is null) "
                                + "or returned_at < lent_at"),
                new Promise(
                        "Loan %s says that the copy is lost, and the copy says otherwise. Check the copy in, or mark it lost.",
                        "select l.id from loan l join item i on i.id = l.item_id where l.ended is null "
                                + "and ((l.state = 'lost') <> (i.item_condition = 'lost'))"),
                new Promise(
                        "Loan %s is lost, but what was promised for finding it is not written down. Check the copy in and "
                                + "look at the fees of its borrower.",
                        "select l.id from loan l left join lost_loan x on x.loan_id = l.id and x.found_at is null "
                                + "where l.ended is null and l.state = 'lost' and x.loan_id is null"),
                new Promise(
                        "Loan %s is claimed to be returned, but nobody claims so. Check the copy in when it is found.",
                        "select l.id from loan l left join loan_claim c on c.open_loan = l.id and c.kind = 'returned' "
                                + "where l.ended is null and l.state = 'claimed_returned' and c.id is null"),
                new Promise(
                        "Claim %s is open, but the loan that it is about is not in that state. Settle it on the page Lost.",
                        "select c.id from loan_claim c join loan l on l.id = c.loan_id where c.resolved is null and "
                                + "((c.kind = 'returned' and l.ended is not null) "
                                + "or (c.kind = 'never_had' and coalesce(l.ended, '') <> 'never_had'))"),
                new Promise(
                        "Loan %s does not have the history that goes with it: one beginning, its renewals, its end. Compare "
                                + "it with the last backup.",
                        """
                        select l.id from loan l left join (
                            select loan_id, sum(kind = 'lent') lent, sum(kind = 'renewed') renewed, sum(kind = 'undone') undone,
                                sum(kind = 'returned') returned from loan_event group by loan_id) e on e.loan_id = l.id
                        where coalesce(e.lent, 0) <> 1 or e.returned < (l.ended <=> 'returned') or l.renewals <> e.renewed
                            - (e.undone - (l.ended <=> 'undone') - (e.returned - (l.ended <=> 'returned')))
                        """),
                new Promise(
                        "Request %s was answered with a loan that is not there, or of another copy. Compare the loan with the "
                                + "last backup.",
                        "select r.request_id from desk_request r left join loan l on l.id = r.loan_id where r.loan_id is not "
                                + "null and (l.id is null or cast(json_value(r.answer, '$.item') as unsigned) <> l.item_id)"),
                new Promise(
                        "Loan %s was made by more than one request. Compare it with the last backup.",
                        "select loan_id from desk_request where loan_id is not null "
                                + "and json_value(answer, '$.act') = 'CHECKED_OUT' group by loan_id having count(*) > 1"),
                new Promise(
                        "The answers of the desk from %s are kept for too long. Start the server: it lets them go at night.",
                        "select distinct cast(at as date) from desk_request where at < ?", Utc.of(now.minus(ANSWERS))),
                new Promise(
                        "Loan %s is over and settled, but nothing says when its borrower is forgotten. Open the fees of the "
                                + "borrower, or erase the link by hand.",
                        "select l.id from loan l where l.ended is not null and l.patron_id is not null and l.forget_at is null "
                                + "and not " + BALANCE_OPEN
                                + " and not exists (select 1 from loan_claim c where c.open_loan = l.id) "
                                + "and not exists (select 1 from damage_report d where d.loan_id = l.id and d.settled is null "
                                + "and d.kind = 'damaged')"),
                new Promise(
                        "Loan %s should be forgotten by now. Start the server: it forgets it within a minute.",
                        "select id from loan where forget_at < ? and patron_id is not null", late),
                new Promise(
                        "%s still speaks of a loan that is forgotten. Start the server; if that does not help, ask for help "
                                + "with the support bundle.",
                        FORGOTTEN));
    }

    /** Every table that knows loans, and what in it must be gone with the borrower of one. */
    private static final String FORGOTTEN = """
            select concat('Charge ', c.id) from charge c join loan l on l.id = c.loan_id
                where l.ended is not null and l.patron_id is null
            union all select concat('Damage ', d.id) from damage_report d join loan l on l.id = d.loan_id
                where l.ended is not null and l.patron_id is null
            union all select concat('Claim ', c.id) from loan_claim c join loan l on l.id = c.loan_id
                where l.ended is not null and l.patron_id is null and c.patron_id is not null
            union all select concat('Lost loan ', x.loan_id) from lost_loan x join loan l on l.id = x.loan_id
                where l.ended is not null and l.patron_id is null
            union all select concat('Request ', r.request_id) from desk_request r join loan l on l.id = r.loan_id
                where l.ended is not null and l.patron_id is null
            union all select concat('Event ', e.id) from loan_event e join loan l on l.id = e.loan_id
                where l.ended is not null and l.patron_id is null and e.reason <> ''
            union all select concat('Notice ', n.notice_id) from notice_part n join loan l on l.id = n.ref_id
                where n.what = 'loan' and l.ended is not null and l.patron_id is null
            """;
}
