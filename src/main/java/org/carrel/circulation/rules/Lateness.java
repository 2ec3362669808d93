package org.carrel.circulation.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.carrel.circulation.FineFacts;
import org.carrel.circulation.RuleSpan.Unit;
import org.carrel.school.OpenSpan;
import org.carrel.school.SiteCalendar;

/**
 * How late something is, in whole days or minutes. A day goes from the time of the day at which the loan was due to the same time
 * on the next, whatever the clock does at night; without closed time, only days count on which somebody was there to take it back.
 */
final class Lateness {
    private static final long SECONDS_OF_A_MINUTE = 60;
    /** Nobody counts further: ten years. */
    private static final long LONGEST_DAYS = 3_660;

    private final FineFacts facts;
    private final SiteCalendar calendar;
    private final boolean closedCounts;

    Lateness(FineFacts facts, SiteCalendar calendar, boolean closedCounts) {
        this.facts = facts;
        this.calendar = calendar;
        this.closedCounts = closedCounts;
    }

    /** Whether any of the time counts. */
    boolean isAtAll() {
        return begun(Unit.MINUTES) > 0;
    }

    /** So many have begun. */
    long begun(Unit unit) {
        return unit == Unit.DAYS ? days(false) : Math.ceilDiv(seconds(), SECONDS_OF_A_MINUTE);
    }

    /** So many are over. */
    long over(Unit unit) {
        return unit == Unit.DAYS ? days(true) : seconds() / SECONDS_OF_A_MINUTE;
    }

    private long days(boolean whole) {
        var count = 0L;
        var from = facts.due();
        for (var i = 1; i <= LONGEST_DAYS && from.isBefore(facts.returned()); i++) {
            var until = dayAfterDue(i);
            var ended = !until.isAfter(facts.returned());
            if ((ended || !whole) && (closedCounts || openSeconds(from, earlier(until)) > 0)) count++;
            from = until;
        }
        return count;
    }

    private Instant dayAfterDue(int days) {
        var due = facts.due().atZone(calendar.zone()).toLocalDateTime();
        return due.plusDays(days).atZone(calendar.zone()).toInstant();
    }

    private Instant earlier(Instant until) {
        return until.isBefore(facts.returned()) ? until : facts.returned();
    }

    private long seconds() {
        if (!facts.returned().isAfter(facts.due())) return 0;
        var furthest = facts.due().plus(LONGEST_DAYS, ChronoUnit.DAYS);
        var until = furthest.isBefore(facts.returned()) ? furthest : facts.returned();
        return closedCounts ? Duration.between(facts.due(), until).toSeconds() : openSeconds(facts.due(), until);
    }

    private long openSeconds(Instant from, Instant until) {
        var sum = 0L;
        var last = calendar.today(until);
        for (var day = calendar.today(from); !day.isAfter(last); day = day.plusDays(1))
            for (var span : calendar.spans(day)) sum += common(span, from, until);
        return sum;
    }

    private static long common(OpenSpan span, Instant from, Instant until) {
        var first = span.from().isAfter(from) ? span.from() : from;
        var last = span.until().isBefore(until) ? span.until() : until;
        return first.isBefore(last) ? Duration.between(first, last).toSeconds() : 0;
    }
}
