package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one ticket.
 *
 * @param due until when it is to be closed; empty: it waits, or the school is never open for so long
 * @param late whether that has passed, or had when it was closed
 * @param events the latest first
 * @param photos numbers, the oldest first
 */
public record RepairFile(
        RepairTicket ticket,
        Optional<Instant> due,
        boolean late,
        int costCents,
        List<RepairEvent> events,
        List<RepairPart.Used> parts,
        List<Long> photos,
        RepairPolicy policy)
        implements Serializable {
    public RepairFile {
        events = List.copyOf(events);
        parts = List.copyOf(parts);
        photos = List.copyOf(photos);
    }
}
