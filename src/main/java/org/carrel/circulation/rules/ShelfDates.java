package org.carrel.circulation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.RuleField;
import org.carrel.school.SiteCalendar;

/** Until when a copy waits on the hold shelf (rule H4). */
public final class ShelfDates {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private ShelfDates() {}

    /** The end of the last of so many open days after it was put there; empty for no end. */
    public static Optional<Instant> until(ResolvedRule rule, SiteCalendar calendar, Instant trapped) {
        var days = rule.most(RuleField.SHELF_DAYS);
        if (days.isEmpty()) return Optional.empty();
        var today = calendar.today(trapped);
        var last = calendar.plusOpenDays(today, days.getAsInt()).orElseGet(() -> today.plusDays(days.getAsInt()));
        return Optional.of(endOf(calendar, last));
    }

    private static Instant endOf(SiteCalendar calendar, LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(calendar.zone()).toInstant();
    }
}
