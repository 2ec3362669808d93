package org.carrel.scheduling.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.BookingReason.Kind;
import org.carrel.scheduling.Timetable;

/** All that a policy has against a wish: one function for the grid, the form and the service, so that none offers what another refuses (B-31, B-34). */
public final class PolicyRules {
    private PolicyRules() {}

    /**
     * What somebody wants.
     *
     * @param first, last numbers of periods
     */
    public record Wish(Booker booker, LocalDate day, int first, int last) {}

    /**
     * What is known.
     *
     * @param own days of the other live sessions of the same teacher with what the policy is about, without the one that is changed
     *     (B-23); a day comes once for each session
     * @param inTerm whether a day is in the term of the wish
     */
    public record Known(Instant now, Timetable timetable, List<LocalDate> own, Predicate<LocalDate> inTerm) {
        public Known {
            own = List.copyOf(own);
        }
    }

    /** In the order of telling; none when it may be booked. */
    public static List<BookingReason> reasons(Wish wish, BookingPolicy policy, Known known) {
        var timetable = known.timetable();
        if (!timetable.isSchoolDay(wish.day())) return List.of(BookingReason.of(Kind.NO_SCHOOL, wish.day()));
        var span = timetable.span(wish.day(), wish.first(), wish.last());
        if (span.isEmpty()) {
            var missing = timetable.period(wish.day(), wish.first()).isEmpty() ? wish.first() : wish.last();
            return List.of(BookingReason.of(Kind.NO_PERIOD, missing, wish.day()));
        }
        var starts = span.get().starts();
        if (!known.now().isBefore(starts)) return List.of(BookingReason.of(Kind.PAST));
        var reasons = new ArrayList<BookingReason>();
        if (!policy.roles().contains(wish.booker()))
            reasons.add(BookingReason.of(Kind.NOT_FOR_ROLE, wish.booker().name()));
        if (known.now().isAfter(starts.minus(policy.latest())))
            reasons.add(BookingReason.of(Kind.TOO_LATE, policy.latest().toHours()));
        tooFar(wish, policy, known, reasons);
        quotas(wish, policy, known, reasons);
        return List.copyOf(reasons);
    }

    private static void tooFar(Wish wish, BookingPolicy policy, Known known, List<BookingReason> reasons) {
        if (policy.daysAhead().isEmpty()) return;
        var today = known.now().atZone(known.timetable().zone()).toLocalDate();
        var ahead = known.timetable().schoolDays(today.plusDays(1), wish.day());
        if (ahead.size() <= policy.daysAhead().getAsInt()) return;
        var last = policy.daysAhead().getAsInt() == 0
                ? today
                : ahead.get(policy.daysAhead().getAsInt() - 1);
        reasons.add(BookingReason.of(Kind.TOO_FAR, last));
    }

    private static void quotas(Wish wish, BookingPolicy policy, Known known, List<BookingReason> reasons) {
        var day = wish.day();
        var monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        full(policy.perDay(), known.own(), day::equals, Kind.DAY_FULL, reasons);
        full(
                policy.perWeek(),
                known.own(),
                own -> !own.isBefore(monday) && own.isBefore(monday.plusDays(7)),
                Kind.WEEK_FULL,
                reasons);
        full(policy.perTerm(), known.own(), known.inTerm(), Kind.TERM_FULL, reasons);
        if (policy.daysInARow().isEmpty()) return;
        var most = policy.daysInARow().getAsInt();
        if (inARow(day, known.own(), known.timetable()) > most) reasons.add(BookingReason.of(Kind.IN_A_ROW, most));
    }

    private static void full(
            OptionalInt most,
            Collection<LocalDate> own,
            Predicate<LocalDate> counts,
            Kind kind,
            List<BookingReason> reasons) {
        if (most.isPresent() && own.stream().filter(counts).count() >= most.getAsInt())
            reasons.add(BookingReason.of(kind, most.getAsInt()));
    }

    /** How long the row of days of school would be that this day is in. */
    static int inARow(LocalDate day, Collection<LocalDate> own, Timetable timetable) {
        NavigableSet<LocalDate> days = new TreeSet<>(own);
        days.add(day);
        var length = 1;
        for (var at = day; ; length++) {
            var before = days.lower(at);
            if (before == null || !timetable.follow(before, at)) break;
            at = before;
        }
        for (var at = day; ; length++) {
            var after = days.higher(at);
            if (after == null || !timetable.follow(at, after)) break;
            at = after;
        }
        return length;
    }
}
