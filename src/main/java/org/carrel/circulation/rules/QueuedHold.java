package org.carrel.circulation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An open hold in the queue of a title.
 *
 * @param onlyItem the copy that alone will do; empty for any of the title
 * @param site where it is picked up
 * @param quantity how many copies are wanted in all
 * @param taken copies that were lent for it, are ready or on their way
 * @param place order of the queue; equal places go by time, then by id
 * @param suspendedUntil the last day on which it is passed over, at the pick-up site
 */
public record QueuedHold(
        long id,
        long patron,
        OptionalLong onlyItem,
        int site,
        int quantity,
        int taken,
        Instant placed,
        int place,
        Optional<LocalDate> suspendedUntil) {
    public int wanted() {
        return Math.max(0, quantity - taken);
    }

    public boolean isSuspended(LocalDate today) {
        return suspendedUntil.filter(last -> !last.isBefore(today)).isPresent();
    }

    /** Whether a copy could be set aside for it now. */
    public boolean waits(LocalDate today) {
        return wanted() > 0 && !isSuspended(today);
    }

    public boolean takes(long item) {
        return onlyItem.isEmpty() || onlyItem.getAsLong() == item;
    }
}
