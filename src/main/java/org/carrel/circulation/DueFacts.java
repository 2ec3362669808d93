package org.carrel.circulation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a due date hangs on beside rule and calendar.
 *
 * @param expires the last day on which the patron may borrow
 * @param held whether somebody else waits for the title
 */
public record DueFacts(Optional<LocalDate> expires, boolean held, BellTimes bells) {
    /** A patron for ever, and nobody waits. */
    public static final DueFacts NONE = new DueFacts(Optional.empty(), false, BellTimes.UNKNOWN);
}
