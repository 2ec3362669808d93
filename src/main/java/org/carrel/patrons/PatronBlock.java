package org.carrel.patrons;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Why a person may not borrow for now, or not renew, or place no holds.
 *
 * @param stops never nothing
 * @param until the last day it holds; empty until it is lifted
 * @param lifted when it was lifted; empty while it was not
 */
public record PatronBlock(
        long id,
        String reason,
        Set<BlockedAct> stops,
        Optional<LocalDate> until,
        String by,
        Instant set,
        Optional<Instant> lifted)
        implements Serializable {
    /** Longest reason, in characters. */
    public static final int MAX_REASON = 500;

    public PatronBlock {
        stops = Set.copyOf(stops);
    }

    public boolean holds(LocalDate today) {
        return lifted.isEmpty() && until.filter(last -> last.isBefore(today)).isEmpty();
    }
}
