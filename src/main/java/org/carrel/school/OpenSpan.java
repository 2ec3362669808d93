package org.carrel.school;

import java.time.Instant;

/**
 * Open hours of a certain day, as moments.
 *
 * @param until when the doors are closed again
 */
public record OpenSpan(Instant from, Instant until) {
    public boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
