package org.carrel.sessions.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.DevicePlan;

/** What bookings mean for who wants to borrow a cart, one of its devices, or another thing that classes book. */
public final class CartPlans {
    static final Duration EARLY = ClassSession.HANDED_OUT;

    private CartPlans() {}

    /**
     * What comes of them.
     *
     * @param due when it is due; empty for no due date
     * @param session that stands in the way; empty for none
     */
    public record Answer(Optional<Instant> due, OptionalLong session) {}

    /** Whether it is the time of this session. */
    public static boolean isNow(DevicePlan plan, Instant now) {
        return !now.isBefore(plan.span().starts().minus(EARLY))
                && now.isBefore(plan.span().ends());
    }

    /**
     * Who has booked the thing itself for now gets it until the end of that, time to clear away included; for others it has to be back
     * before the next class needs it. Of a cart's single devices so many must stay as classes need.
     *
     * @param plans from now on, in order
     * @param due by the loan rules; empty: it may stay away for ever
     * @param patron who borrows it
     * @param classes of the roster that the person is in
     */
    public static Answer of(
            List<DevicePlan> plans, Optional<Instant> due, long patron, List<Long> classes, Instant now) {
        var end = plans.stream()
                .filter(plan -> !plan.part() && isOf(plan, patron) && isNow(plan, now))
                .findFirst()
                .map(plan -> plan.span().ends())
                .or(() -> due);
        var inTheWay = plans.stream()
                .filter(plan -> end.isEmpty() || plan.span().starts().isBefore(end.get()))
                .filter(plan -> plan.part() ? needs(plan, patron, classes, now) : !isOf(plan, patron))
                .findFirst();
        return new Answer(
                end, inTheWay.map(plan -> OptionalLong.of(plan.session())).orElse(OptionalLong.empty()));
    }

    private static boolean isOf(DevicePlan plan, long patron) {
        return plan.teacher().isPresent() && plan.teacher().getAsLong() == patron;
    }

    private static boolean needs(DevicePlan plan, long patron, List<Long> classes, Instant now) {
        if (!plan.isTight()) return false;
        var among = isOf(plan, patron)
                || plan.schoolClass().isPresent()
                        && classes.contains(plan.schoolClass().getAsLong());
        return !(among && isNow(plan, now));
    }

    /** For which session, and to whom, the thing itself goes at this moment. Empty when nobody waits, or the teacher is in no roster. */
    public static Optional<DevicePlan> next(List<DevicePlan> plans, Instant now) {
        return plans.stream()
                .filter(plan -> !plan.part() && isNow(plan, now))
                .findFirst()
                .filter(plan -> plan.teacher().isPresent());
    }
}
