package org.carrel.shelfwork;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * An inventory of a part of the shelves.
 *
 * @param site code
 * @param location 0: whatever the location; {@code locationName} then is empty
 * @param from label of the first call number; empty, as {@code to}: from the first scan to the last
 * @param startedBy display name, as {@code closedBy}; empty while nobody has
 */
public record ShelfInventory(
        long id,
        int siteId,
        String site,
        String siteName,
        int location,
        String locationName,
        String from,
        String to,
        State state,
        Instant startedAt,
        String startedBy,
        Optional<Instant> closedAt,
        String closedBy)
        implements Serializable {
    /** How far it is. */
    public enum State {
        OPEN,
        CLOSED,
        /** Nobody went on with it; nothing came of it. */
        DROPPED
    }

    /** Whether call numbers were chosen beforehand. */
    public boolean isRange() {
        return !from.isEmpty();
    }
}
