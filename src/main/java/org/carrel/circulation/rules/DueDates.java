package org.carrel.circulation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.DueAnswer;
import org.carrel.circulation.DueAnswer.Due;
import org.carrel.circulation.DueAnswer.NoDue;
import org.carrel.circulation.DueAnswer.Refused;
import org.carrel.circulation.DueFacts;
import org.carrel.circulation.DueProblem;
import org.carrel.circulation.DueStep;
import org.carrel.circulation.DueStep.Kind;
import org.carrel.circulation.LoanPeriod;
import org.carrel.circulation.LoanPeriod.Unit;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.RuleField;
import org.carrel.school.SiteCalendar;

/**
 * Until when something is lent (rules T3, T4, D1 to D8): the period, then closed days, the ceiling, the patron's last day, and who
 * else waits. Whatever moves a date back afterwards never leaves it on a closed day when an open one is left before it.
 */
public final class DueDates {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private DueDates() {}

    /** Of a check-out now. */
    public static DueAnswer due(ResolvedRule rule, SiteCalendar calendar, Instant now, DueFacts facts) {
        return due(new Question(rule, calendar, now, now, rule.period(), RuleField.PERIOD, facts));
    }

    /**
     * What is asked for.
     *
     * @param base from when the period counts
     * @param field which field says how long
     */
    record Question(
            ResolvedRule rule,
            SiteCalendar calendar,
            Instant now,
            Instant base,
            LoanPeriod period,
            RuleField field,
            DueFacts facts) {}

    static DueAnswer due(Question asked) {
        var steps = new ArrayList<DueStep>();
        var days = new DueDays(asked, steps);
        var start = new PeriodEnds(asked, days, steps).end();
        if (start.problem().isPresent()) return new Refused(start.problem().get(), steps);
        var caps = new DueCaps(asked, days, steps);
        var until = caps.held(caps.expiry(caps.ceiling(start.until())));
        if (until.isEmpty()) return new NoDue(steps);
        return answer(days.moment(until.get()), asked, steps);
    }

    private static DueAnswer answer(Instant at, Question asked, List<DueStep> steps) {
        var day = asked.calendar().today(at);
        return at.isAfter(asked.now()) ? new Due(at, day, steps) : over(day, steps);
    }

    private static Refused over(LocalDate day, List<DueStep> steps) {
        return new Refused(new DueProblem(DueProblem.Kind.OVER, "", Optional.of(day), Optional.of(day)), steps);
    }

    /**
     * What somebody at the desk has said instead of the rules.
     *
     * @param time local; empty for the time at which loans by days are due, never midnight (B18)
     */
    public static DueAnswer typed(
            ResolvedRule rule, SiteCalendar calendar, Instant now, LocalDate day, Optional<LocalTime> time) {
        var local = day.atTime(time.or(rule::dueTime).orElse(END_OF_DAY));
        var at = local.atZone(calendar.zone()).toInstant();
        var steps = new ArrayList<DueStep>();
        steps.add(new DueStep(Kind.TYPED, Optional.of(local), "", Optional.empty(), Optional.empty()));
        if (!calendar.isOpenOn(day))
            steps.add(
                    new DueStep(Kind.TYPED_CLOSED, Optional.of(local), "", calendar.closureOn(day), Optional.empty()));
        return at.isAfter(now) ? new Due(at, day, steps) : over(day, steps);
    }

    /** Whether a rule of this period can have hours: loans by minutes and hours, and until the doors close. */
    static boolean isShort(LoanPeriod period) {
        return period.unit() == Unit.MINUTES || period.unit() == Unit.HOURS || period.unit() == Unit.CLOSING;
    }
}
