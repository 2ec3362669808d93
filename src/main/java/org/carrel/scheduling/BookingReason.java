package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;

/**
 * Why something cannot be booked.
 *
 * @param facts what its sentence needs, in the order of its places
 */
public record BookingReason(Kind kind, List<String> facts) implements Serializable {
    /** In the order of telling. */
    public enum Kind {
        /** The day has no school: the day. */
        NO_SCHOOL,
        /** The day has no such period: the number, the day. */
        NO_PERIOD,
        /** It has begun already, or is over. */
        PAST,
        /** The role may not book this: its name. */
        NOT_FOR_ROLE,
        /** It begins too soon: so many hours before are needed. */
        TOO_LATE,
        /** It is too far ahead: the last day that can be booked. */
        TOO_FAR,
        /** So many a day are allowed. */
        DAY_FULL,
        /** So many a week. */
        WEEK_FULL,
        /** So many a term. */
        TERM_FULL,
        /** So many days in a row. */
        IN_A_ROW,
        /** Somebody has it: the name of what, and who where one may see that. */
        TAKEN,
        /** There is no room for so many people: how many there is. */
        TOO_MANY_PEOPLE,
        /** Not so many devices are healthy: how many are. */
        TOO_FEW_DEVICES,
        /** What is asked for does not exist any more, or is not in use. */
        GONE
    }

    public BookingReason {
        facts = List.copyOf(facts);
    }

    public static BookingReason of(Kind kind, Object... facts) {
        return new BookingReason(
                kind, List.of(facts).stream().map(String::valueOf).toList());
    }
}
