package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that is not where it should be, or not as it should be, and that somebody has to settle.
 *
 * @param id number of the loan for what is lost, of the claim, or of the report
 * @param patron who has or had it; empty for nobody
 * @param name of the patron, family name first; empty for nobody
 * @param room grade and homeroom
 * @param copy with its title
 * @param said who said so, or what the matter is
 * @param owed for this loan
 */
public record LostThing(
        Kind kind,
        long id,
        Optional<Long> patron,
        String name,
        String room,
        LentCopy copy,
        Instant since,
        String said,
        Money owed)
        implements Serializable {
    /** What the matter is. */
    public enum Kind {
        LOST,
        /** The borrower says that it was returned. */
        CLAIMED,
        NEVER_HAD,
        DAMAGED,
        /** It came back after it was lost. */
        LOOK_AT
    }
}
