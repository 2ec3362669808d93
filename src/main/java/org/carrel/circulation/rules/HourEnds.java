package org.carrel.circulation.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.carrel.circulation.AfterHours;
import org.carrel.circulation.DueStep.Kind;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.rules.DueDates.Question;
import org.carrel.school.OpenSpan;
import org.carrel.school.SiteCalendar;

/** Brings loans by minutes and hours into the hours in which somebody is there (rule D3). */
final class HourEnds {
    private final Question asked;
    private final DueDays days;
    private final SiteCalendar calendar;

    HourEnds(Question asked, DueDays days) {
        this.asked = asked;
        this.days = days;
        this.calendar = asked.calendar();
    }

    /** @param length of the period */
    Until open(Until until, Duration length) {
        var at = until.at().orElseThrow();
        var within = calendar.spans(until.day()).stream()
                .filter(span -> !at.isBefore(span.from()) && !at.isAfter(span.until()))
                .findFirst();
        if (within.isPresent()) return afterOpening(until, within.get(), length);
        if (asked.rule().afterHours() == AfterHours.END_OF_HOURS) {
            var closed = lastClosing(until.day(), at);
            if (closed.isPresent()) return to(Kind.END_OF_HOURS, closed.get(), "");
        }
        return nextOpening(at, length).orElseGet(() -> days.stays(until));
    }

    /** The doors close for the last time after the check-out and up to this moment. */
    private Optional<Instant> lastClosing(LocalDate last, Instant at) {
        var first = calendar.today(asked.base());
        var earliest = last.minusDays(SiteCalendar.SEARCHED);
        for (var day = last; !day.isBefore(first) && !day.isBefore(earliest); day = day.minusDays(1)) {
            var found = calendar.spans(day).stream()
                    .map(OpenSpan::until)
                    .filter(until -> until.isAfter(asked.base()) && !until.isAfter(at))
                    .reduce((earlier, later) -> later);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<Until> nextOpening(Instant at, Duration length) {
        return calendar.openFrom(at).flatMap(from -> span(from).map(span -> {
            var offset = asked.rule().afterHours() == AfterHours.NEXT_OPENING ? offset(length) : Duration.ZERO;
            return to(Kind.NEXT_OPENING, least(from.plus(offset), span.until()), String.valueOf(offset.toMinutes()));
        }));
    }

    /** Who borrows for a night has the same minutes in the morning, whether the period ends just before opening or just after. */
    private Until afterOpening(Until until, OpenSpan span, Duration length) {
        if (asked.rule().afterHours() != AfterHours.NEXT_OPENING
                || !asked.base().isBefore(span.from())) return until;
        var earliest = least(span.from().plus(offset(length)), span.until());
        if (!until.at().orElseThrow().isBefore(earliest)) return until;
        return to(Kind.NEXT_OPENING, earliest, String.valueOf(offset(length).toMinutes()));
    }

    /** Never more than the period itself, so that who borrows later returns no earlier. */
    private Duration offset(Duration length) {
        var offset =
                Duration.ofMinutes(asked.rule().most(RuleField.OPENING_OFFSET).orElse(0));
        return offset.compareTo(length) < 0 ? offset : length;
    }

    private Optional<OpenSpan> span(Instant from) {
        return calendar.spans(calendar.today(from)).stream()
                .filter(span -> span.holds(from))
                .findFirst();
    }

    private Until to(Kind kind, Instant at, String detail) {
        var until = new Until(calendar.today(at), Optional.of(at));
        days.note(kind, until, detail, RuleField.AFTER_HOURS);
        return until;
    }

    private static Instant least(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
