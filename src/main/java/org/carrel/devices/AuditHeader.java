package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An audit of a room or a cart.
 *
 * @param site code
 * @param room empty when it is a cart's
 * @param container the cart or kit
 * @param containerName how people call the cart, or empty
 * @param startedBy display name, as {@code closedBy}; empty while nobody has
 */
public record AuditHeader(
        long id,
        int siteId,
        String site,
        String siteName,
        String room,
        OptionalLong container,
        String containerName,
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

    /** What people call the place. */
    public String place() {
        return container.isPresent() ? containerName : room;
    }
}
