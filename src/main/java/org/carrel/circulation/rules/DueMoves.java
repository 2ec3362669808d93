package org.carrel.circulation.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.BellTimes;
import org.carrel.circulation.ClosedDays;
import org.carrel.circulation.DueMove;
import org.carrel.circulation.FineCut;
import org.carrel.circulation.FineFacts;
import org.carrel.circulation.FineOnRecord;
import org.carrel.circulation.LoanFact;
import org.carrel.circulation.LoanPeriod;
import org.carrel.circulation.ResolvedRule;
import org.carrel.school.SiteCalendar;

/**
 * What a change of a site's calendar does to the loans on record (rule D7). What was due on a day that closes is due on the first
 * day that is really open, however many closures follow each other (B17); what counts open days counts them anew. A day that only
 * closes earlier moves nothing, and neither does a rule that keeps its dates.
 */
public final class DueMoves {
    /** A due date does not go further than this for a closure that its rule would not go around: not over the summer. */
    private static final int FURTHEST_DAYS = 30;

    private DueMoves() {}

    /**
     * Only what changes.
     *
     * @param loans of this site
     * @param now nothing moves back to before this
     */
    public static List<DueMove> plan(List<LoanFact> loans, SiteCalendar before, SiteCalendar after, Instant now) {
        return loans.stream()
                .flatMap(
                        loan -> to(loan, before, after, now)
                                .map(to -> new DueMove(loan, to, after.closureOn(day(after, loan))))
                                .stream())
                .toList();
    }

    /**
     * What is lent until the end of a period, when bells or types of days are other ones (rule D8). A date that is none of the rule's
     * stays, as does one that would be over.
     *
     * @param before, after when periods end
     */
    public static List<DueMove> bells(
            List<LoanFact> loans, SiteCalendar calendar, BellTimes before, BellTimes after, Instant now) {
        return loans.stream()
                .filter(loan -> Simulation.period(loan).unit() == LoanPeriod.Unit.END_OF_PERIOD)
                .filter(loan -> Simulation.due(loan, calendar, before).equals(loan.due()))
                .flatMap(loan -> Simulation.due(loan, calendar, after)
                        .filter(to -> !loan.due().equals(Optional.of(to)) && to.isAfter(now))
                        .map(to -> new DueMove(loan, to, Optional.empty()))
                        .stream())
                .toList();
    }

    private static LocalDate day(SiteCalendar calendar, LoanFact loan) {
        return calendar.today(loan.due().orElseThrow());
    }

    private static Optional<Instant> to(LoanFact loan, SiteCalendar before, SiteCalendar after, Instant now) {
        if (loan.due().isEmpty() || loan.rules().rule().closedDays() == ClosedDays.KEEP) return Optional.empty();
        var due = loan.due().get();
        var again = again(loan, before, after);
        if (closes(due, before, after))
            return again.filter(due::isBefore).or(() -> forward(due, after)).filter(to -> !to.equals(due));
        return again.filter(to -> !to.equals(due) && (to.isAfter(due) || to.isAfter(now)));
    }

    /** By the rule once more; empty when the date was none of the rule's. */
    private static Optional<Instant> again(LoanFact loan, SiteCalendar before, SiteCalendar after) {
        var rule = loan.rules().rule();
        var asBefore = Simulation.due(loan, rule, before);
        return asBefore.equals(loan.due()) ? Simulation.due(loan, rule, after) : Optional.empty();
    }

    private static boolean closes(Instant due, SiteCalendar before, SiteCalendar after) {
        return before.isOpenOn(before.today(due)) && !after.isOpenOn(after.today(due));
    }

    /** The same time on the next open day. */
    private static Optional<Instant> forward(Instant due, SiteCalendar calendar) {
        var local = due.atZone(calendar.zone());
        return calendar.nextOpenDay(local.toLocalDate())
                .filter(day -> !day.isAfter(local.toLocalDate().plusDays(FURTHEST_DAYS)))
                .map(day ->
                        day.atTime(local.toLocalTime()).atZone(calendar.zone()).toInstant());
    }

    /** Where the last day on the hold shelf goes; the same when it stays. */
    public static Instant shelfDate(Instant until, SiteCalendar before, SiteCalendar after) {
        return closes(until, before, after) ? forward(until, after).orElse(until) : until;
    }

    /** What goes of fines for loans of this site. Fines never grow by it. */
    public static List<FineCut> fineCuts(List<FineOnRecord> fines, SiteCalendar before, SiteCalendar after) {
        return fines.stream()
                .map(fine -> new FineCut(fine, voided(fine, before, after)))
                .filter(cut -> cut.voided().signum() > 0)
                .toList();
    }

    private static BigDecimal voided(FineOnRecord fine, SiteCalendar before, SiteCalendar after) {
        var due = fine.loan().due().orElseThrow();
        var rule = fine.loan().rules().rule();
        var moved = to(fine.loan(), before, after, due).filter(due::isBefore).orElse(due);
        var less = amount(fine, due, before, rule).subtract(amount(fine, moved, after, rule));
        return less.min(fine.amount());
    }

    private static BigDecimal amount(FineOnRecord fine, Instant due, SiteCalendar calendar, ResolvedRule rule) {
        return Fines.fine(new FineFacts(due, fine.returned(), fine.price()), calendar, rule)
                .amount();
    }
}
