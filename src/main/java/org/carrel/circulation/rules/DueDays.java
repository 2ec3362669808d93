package org.carrel.circulation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.ClosedDays;
import org.carrel.circulation.DueStep;
import org.carrel.circulation.DueStep.Kind;
import org.carrel.circulation.LoanPeriod.Unit;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.rules.DueDates.Question;
import org.carrel.school.DayHours;
import org.carrel.school.SiteCalendar;

/** From closed days to open ones, on the way to one due date. Notes each step. */
final class DueDays {
    private static final int WEEK = 7;

    private final Question asked;
    private final List<DueStep> steps;
    private final SiteCalendar calendar;
    private final LocalTime dueTime;

    DueDays(Question asked, List<DueStep> steps) {
        this.asked = asked;
        this.steps = steps;
        this.calendar = asked.calendar();
        this.dueTime = asked.rule()
                .dueTime()
                .orElseGet(
                        () -> asked.base().atZone(calendar.zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES));
    }

    /** A time that the clock leaves out comes as much later as the clock is put forward (rule T4). */
    Instant dueAt(LocalDate day) {
        return day.atTime(dueTime).atZone(calendar.zone()).toInstant();
    }

    Instant moment(Until until) {
        return until.at().orElseGet(() -> dueAt(until.day()));
    }

    LocalDateTime local(Until until) {
        return moment(until).atZone(calendar.zone()).toLocalDateTime();
    }

    /** Whether somebody is there when it is due, or on that day; always for rules that keep their dates. */
    boolean isOpen(Until until) {
        if (asked.rule().closedDays() == ClosedDays.KEEP) return true;
        if (until.at().isEmpty()) return calendar.isOpenOn(until.day());
        var at = until.at().get();
        return calendar.spans(until.day()).stream()
                .anyMatch(span -> !at.isBefore(span.from()) && !at.isAfter(span.until()));
    }

    /** Away from a closed day, as the rule's mode says. */
    Until open(Until until) {
        var day = until.day();
        if (calendar.isOpenOn(day)) return until;
        return switch (asked.rule().closedDays()) {
            case KEEP -> until;
            case NEXT_OPEN, SKIP_CLOSED -> forward(day);
            case PREVIOUS_OPEN ->
                latestOpen(day, false)
                        .map(found -> moved(Kind.PREVIOUS_OPEN, day, found))
                        .orElseGet(() -> forward(day));
            case SAME_WEEKDAY -> sameWeekday(day);
        };
    }

    /** To the next open day, whatever the mode, but for rules that keep their dates. */
    Until onward(LocalDate day) {
        var stays = asked.rule().closedDays() == ClosedDays.KEEP || calendar.isOpenOn(day);
        return stays ? Until.day(day) : forward(day);
    }

    private Until forward(LocalDate day) {
        return calendar.nextOpenDay(day)
                .map(found -> moved(Kind.NEXT_OPEN, day, Until.day(found)))
                .orElseGet(() -> stays(Until.day(day)));
    }

    private Until sameWeekday(LocalDate day) {
        var period = asked.period();
        var weeks = period.unit() == Unit.DAYS && period.amount() % WEEK == 0;
        if (!weeks || neverOpenOn(day)) return forward(day);
        for (var next = day.plusDays(WEEK);
                next.isBefore(day.plusDays(SiteCalendar.SEARCHED));
                next = next.plusDays(WEEK))
            if (calendar.isOpenOn(next)) return moved(Kind.SAME_WEEKDAY, day, Until.day(next));
        return forward(day);
    }

    private boolean neverOpenOn(LocalDate day) {
        return calendar.week().getOrDefault(day.getDayOfWeek(), DayHours.CLOSED).isClosed();
    }

    /**
     * The last open day up to this one, when there is one that is not over; otherwise the day itself: never later.
     *
     * @param hours whether it is due when the doors close
     */
    Until back(LocalDate limit, boolean hours) {
        if (asked.rule().closedDays() == ClosedDays.KEEP) return Until.day(limit);
        if (calendar.isOpenOn(limit) && !hours) return Until.day(limit);
        var found = latestOpen(limit, hours);
        if (found.isEmpty()) return stays(Until.day(limit));
        if (found.get().day().equals(limit)) return found.get();
        return moved(Kind.PREVIOUS_OPEN, limit, found.get());
    }

    private Optional<Until> latestOpen(LocalDate limit, boolean hours) {
        var today = calendar.today(asked.now());
        var earliest = limit.minusDays(SiteCalendar.SEARCHED);
        if (earliest.isBefore(today)) earliest = today;
        for (var day = limit; !day.isBefore(earliest); day = day.minusDays(1)) {
            if (!calendar.isOpenOn(day)) continue;
            var until = new Until(day, hours ? calendar.closingTime(day) : Optional.empty());
            if (moment(until).isAfter(asked.now())) return Optional.of(until);
        }
        return Optional.empty();
    }

    private Until moved(Kind kind, LocalDate from, Until to) {
        steps.add(new DueStep(
                kind,
                Optional.of(local(to)),
                "",
                calendar.closureOn(from),
                asked.rule().row(RuleField.CLOSED_DAYS)));
        return to;
    }

    /** Nothing is open far and wide. */
    Until stays(Until until) {
        steps.add(new DueStep(
                Kind.NO_OPEN_DAY,
                Optional.of(local(until)),
                "",
                calendar.closureOn(until.day()),
                asked.rule().row(RuleField.CLOSED_DAYS)));
        return until;
    }

    void note(Kind kind, Until until, String detail, RuleField field) {
        steps.add(new DueStep(
                kind,
                Optional.of(local(until)),
                detail,
                Optional.empty(),
                asked.rule().row(field)));
    }
}
