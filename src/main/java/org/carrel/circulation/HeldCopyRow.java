package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A copy that is set aside.
 *
 * @param hold for which; empty when that is over: it is to be scanned and shelved, or goes to the next in line
 * @param ready when it came to the hold shelf; empty while it is on its way
 * @param shelfUntil the last day there; empty for no end
 * @param wanted somebody else waits for what is for nobody any more
 */
public record HeldCopyRow(
        HoldCopyFacts copy,
        OptionalLong hold,
        OptionalLong patron,
        Optional<Instant> ready,
        Optional<LocalDate> shelfUntil,
        boolean wanted)
        implements Serializable {
    HeldCopyRow wanted(boolean now) {
        return new HeldCopyRow(copy, hold, patron, ready, shelfUntil, now);
    }
}
