package org.carrel.circulation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why there is no due date: somebody has to say one.
 *
 * @param detail a name, or the number of a bell period
 * @param first of the days it is about: the gap of a schedule, the day that is over
 * @param last empty for the end of time
 */
public record DueProblem(Kind kind, String detail, Optional<LocalDate> first, Optional<LocalDate> last) {
    /** What is missing. */
    public enum Kind {
        /** It would have been due already. First: on which day. */
        OVER,
        /** The schedule has no row for the day. Detail: its name. First and last: the days without one. */
        SCHEDULE_GAP,
        /** The table has no such schedule. Detail: its name. */
        NO_SCHEDULE,
        /** No term is on, and none comes. */
        NO_TERM,
        /** No timetable says when the period ends. Detail: its number. */
        NO_BELL
    }
}
