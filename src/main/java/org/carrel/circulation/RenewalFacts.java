package org.carrel.circulation;

import java.time.Instant;
import java.util.Optional;

/**
 * What a renewal hangs on beside rule and calendar.
 *
 * @param due empty for a loan without a due date
 * @param renewals how often it has been renewed
 * @param waiting what the holds of others on the title mean for this copy; the borrower's own hold does not count
 */
public record RenewalFacts(Optional<Instant> due, int renewals, Waiting waiting, DueFacts facts) {
    /** Holds of others. */
    public enum Waiting {
        NOBODY,
        /** Somebody waits, and another copy can be had for that. */
        OTHER_COPIES,
        /** Somebody waits for this very copy: no other can fill the hold. */
        THIS_COPY
    }
}
