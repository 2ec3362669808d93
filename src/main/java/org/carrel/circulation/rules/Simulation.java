package org.carrel.circulation.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carrel.circulation.BellTimes;
import org.carrel.circulation.DueAnswer;
import org.carrel.circulation.DueFacts;
import org.carrel.circulation.LoanFact;
import org.carrel.circulation.LoanPeriod;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.RenewFrom;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.Simulated;
import org.carrel.circulation.rules.DueDates.Question;
import org.carrel.school.SiteCalendar;

/** What would have become of the loans on record under other rules or another calendar. Changes nothing. */
public final class Simulation {
    private Simulation() {}

    /**
     * The rules and calendars of a school.
     *
     * @param calendars by the code of a site
     */
    public record World(LoanRuleTable table, Function<String, SiteCalendar> calendars) {
        DueAnswer answer(LoanFact loan) {
            var kept = loan.rules();
            var rule = table.resolve(kept.site(), kept.category(), kept.itemType());
            return Simulation.answer(loan, rule, calendars.apply(kept.site()), BellTimes.UNKNOWN);
        }
    }

    /** @param most so many of those that differ are named */
    public static Simulated run(List<LoanFact> loans, World before, World after, int most) {
        var sooner = 0;
        var later = 0;
        var undated = 0;
        var first = new ArrayList<Simulated.Moved>();
        for (var loan : loans) {
            var was = before.answer(loan);
            var is = after.answer(loan);
            if (due(was).equals(due(is)) && isUndated(was) == isUndated(is)) continue;
            if (isUndated(is)) undated++;
            else if (isSooner(was, is)) sooner++;
            else later++;
            if (first.size() < most) first.add(new Simulated.Moved(loan, due(is), isUndated(is)));
        }
        return new Simulated(loans.size(), sooner, later, undated, first);
    }

    private static boolean isSooner(DueAnswer was, DueAnswer is) {
        return due(is).isPresent() && (due(was).isEmpty() || due(is).get().isBefore(due(was).get()));
    }

    private static boolean isUndated(DueAnswer answer) {
        return answer instanceof DueAnswer.Refused;
    }

    /** When the loan would be due by this rule; empty for never, and when the rule gives no date. */
    static Optional<Instant> due(LoanFact loan, ResolvedRule rule, SiteCalendar calendar) {
        return due(answer(loan, rule, calendar, BellTimes.UNKNOWN));
    }

    /** The same by the rule of the loan, where periods end at these times. */
    static Optional<Instant> due(LoanFact loan, SiteCalendar calendar, BellTimes bells) {
        return due(answer(loan, loan.rules().rule(), calendar, bells));
    }

    /** How long the loan is lent at a time. */
    static LoanPeriod period(LoanFact loan) {
        var rule = loan.rules().rule();
        return loan.renewed() ? rule.renewalPeriod() : rule.period();
    }

    private static Optional<Instant> due(DueAnswer answer) {
        return answer instanceof DueAnswer.Due found ? Optional.of(found.at()) : Optional.empty();
    }

    /** A renewal from the due date counts from a date that nobody remembers: such a loan stays as it is. */
    private static DueAnswer answer(LoanFact loan, ResolvedRule rule, SiteCalendar calendar, BellTimes bells) {
        var facts = new DueFacts(Optional.empty(), false, bells);
        if (!loan.renewed()) return DueDates.due(rule, calendar, loan.lent(), facts);
        if (rule.renewFrom() == RenewFrom.DUE_DATE && loan.due().isPresent()) {
            var due = loan.due().get();
            return new DueAnswer.Due(due, calendar.today(due), List.of());
        }
        var period = rule.renewalPeriod();
        var field = rule.value(RuleField.RENEWAL_PERIOD).isPresent() ? RuleField.RENEWAL_PERIOD : RuleField.PERIOD;
        return DueDates.due(new Question(rule, calendar, loan.lent(), loan.lent(), period, field, facts));
    }
}
