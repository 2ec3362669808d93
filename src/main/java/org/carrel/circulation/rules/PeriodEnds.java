package org.carrel.circulation.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carrel.circulation.ClosedDays;
import org.carrel.circulation.DueProblem;
import org.carrel.circulation.DueStep;
import org.carrel.circulation.DueStep.Kind;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.rules.DueDates.Question;
import org.carrel.school.SiteCalendar;
import org.carrel.school.Term;

/** Where the period of a loan ends, closed days and hours looked at. Notes each step. */
final class PeriodEnds {
    private final Question asked;
    private final DueDays days;
    private final List<DueStep> steps;
    private final SiteCalendar calendar;
    private final LocalDate start;

    PeriodEnds(Question asked, DueDays days, List<DueStep> steps) {
        this.asked = asked;
        this.days = days;
        this.steps = steps;
        this.calendar = asked.calendar();
        this.start = calendar.today(asked.base());
    }

    /** @param until empty for no end, and where there is a problem */
    record End(Optional<Until> until, Optional<DueProblem> problem) {
        static End at(Until until) {
            return new End(Optional.of(until), Optional.empty());
        }

        static End wrong(DueProblem.Kind kind, String detail) {
            return wrong(new DueProblem(kind, detail, Optional.empty(), Optional.empty()));
        }

        static End wrong(DueProblem problem) {
            return new End(Optional.empty(), Optional.of(problem));
        }
    }

    End end() {
        var amount = asked.period().amount();
        return switch (asked.period().unit()) {
            case MINUTES -> End.at(hours(Duration.ofMinutes(amount)));
            case HOURS -> End.at(hours(Duration.ofHours(amount)));
            case DAYS -> End.at(asked.rule().closedDays() == ClosedDays.SKIP_CLOSED ? openDays(amount) : days(amount));
            case OPEN_DAYS -> End.at(openDays(amount));
            case CLOSING -> End.at(first(day -> calendar.closingTime(day)).orElseGet(this::today));
            case END_OF_PERIOD -> bell(amount);
            case END_OF_TERM -> term();
            case SCHEDULE -> schedule(asked.period().schedule());
            case UNLIMITED -> unlimited();
        };
    }

    private Until days(int amount) {
        return days.open(noted(Until.day(start.plusDays(amount))));
    }

    /** As far as open days go; where they end, the days are counted on as if all were open. */
    private Until openDays(int amount) {
        var furthest = start;
        for (var i = 0; i < amount; i++) {
            var next = calendar.nextOpenDay(furthest);
            if (next.isEmpty()) return noOpenDays(start.plusDays(amount), furthest);
            furthest = next.get();
        }
        var until = noted(Until.day(furthest));
        var closed = start.until(furthest, ChronoUnit.DAYS) - amount;
        if (closed > 0) days.note(Kind.CLOSED_SKIPPED, until, String.valueOf(closed), asked.field());
        return amount == 0 ? days.open(until) : until;
    }

    private Until noOpenDays(LocalDate counted, LocalDate furthest) {
        return days.stays(noted(Until.day(counted.isAfter(furthest) ? counted : furthest)));
    }

    private Until hours(Duration length) {
        var at = asked.base().plus(length);
        var until = noted(new Until(calendar.today(at), Optional.of(at)));
        if (asked.rule().closedDays() == ClosedDays.KEEP) return until;
        return new HourEnds(asked, days).open(until, length);
    }

    /** The first moment after the check-out that a day has, within a year. */
    private Optional<Until> first(Function<LocalDate, Optional<Instant>> moment) {
        var day = start;
        for (var i = 0; i <= SiteCalendar.SEARCHED; i++) {
            var found = moment.apply(day).filter(at -> at.isAfter(asked.base()));
            if (found.isPresent()) return Optional.of(noted(new Until(day, found)));
            day = day.plusDays(1);
        }
        return Optional.empty();
    }

    private Until today() {
        return days.stays(noted(Until.day(start)));
    }

    private End bell(int period) {
        return first(day -> calendar.isOpenOn(day)
                        ? asked.facts().bells().endOf(day, period).map(time -> day.atTime(time)
                                .atZone(calendar.zone())
                                .toInstant())
                        : Optional.empty())
                .map(End::at)
                .orElseGet(() -> End.wrong(DueProblem.Kind.NO_BELL, String.valueOf(period)));
    }

    private End term() {
        return calendar.termOn(start)
                .or(() -> calendar.terms().stream()
                        .filter(term -> term.first().isAfter(start))
                        .min(Comparator.comparing(Term::first)))
                .map(term -> End.at(fixed(term.last())))
                .orElseGet(() -> End.wrong(DueProblem.Kind.NO_TERM, ""));
    }

    private End schedule(String name) {
        var schedule = asked.rule().schedule(name).orElse(null);
        if (schedule == null) return End.wrong(DueProblem.Kind.NO_SCHEDULE, name);
        return schedule.on(start).map(row -> End.at(fixed(row.due()))).orElseGet(() -> End.wrong(gap(schedule, start)));
    }

    /** The days without a row around this one. */
    private static DueProblem gap(LoanSchedule schedule, LocalDate day) {
        return new DueProblem(
                DueProblem.Kind.SCHEDULE_GAP,
                schedule.name(),
                schedule.before(day).map(row -> row.last().plusDays(1)),
                schedule.after(day).map(row -> row.first().minusDays(1)));
    }

    /** A date of the school's own: an open day before it is better than one after. */
    private Until fixed(LocalDate day) {
        noted(Until.day(day));
        return days.back(day, false);
    }

    private End unlimited() {
        steps.add(new DueStep(
                Kind.PERIOD,
                Optional.empty(),
                asked.period().text(),
                Optional.empty(),
                asked.rule().row(asked.field())));
        return new End(Optional.empty(), Optional.empty());
    }

    private Until noted(Until until) {
        days.note(Kind.PERIOD, until, asked.period().text(), asked.field());
        return until;
    }
}
