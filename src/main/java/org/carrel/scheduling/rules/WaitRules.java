package org.carrel.scheduling.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.PartReason;
import org.carrel.scheduling.TimeSpan;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;

/** What waiting can help against, and how long an offer stands. */
public final class WaitRules {
    /** Time at school for which an offer stands. */
    public static final Duration STANDS = Duration.ofHours(2);

    /** What others can give back, or time can. */
    private static final Set<BookingReason.Kind> HELPS = Set.of(
            BookingReason.Kind.TAKEN,
            BookingReason.Kind.TOO_MANY_PEOPLE,
            BookingReason.Kind.TOO_FEW_DEVICES,
            BookingReason.Kind.TOO_FAR,
            BookingReason.Kind.DAY_FULL,
            BookingReason.Kind.WEEK_FULL,
            BookingReason.Kind.TERM_FULL,
            BookingReason.Kind.IN_A_ROW);

    private WaitRules() {}

    /** What no waiting changes; none when somebody can wait. */
    public static List<PartReason> inVain(List<PartReason> reasons) {
        return reasons.stream()
                .filter(reason -> !HELPS.contains(reason.reason().kind()))
                .toList();
    }

    /**
     * Until when an offer of now stands: for {@link #STANDS} at school, but no longer than it could still be booked by the policies that
     * have a say, and not into the session.
     */
    public static Instant until(Ask ask, TimeSpan span, Known known) {
        var latest = span.starts().minus(BookingRules.notice(ask.wish(), known));
        return SchoolHours.after(known.timetable(), known.now(), STANDS)
                .filter(moment -> moment.isBefore(latest))
                .orElse(latest);
    }
}
