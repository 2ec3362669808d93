package org.carrel.catalog;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far the work at an import is: its plan, or its way into the catalog.
 *
 * @param done records
 * @param total records; empty as long as nobody has read the file to its end
 * @param percent from 0 to 100; by the bytes of the file where the number of records is not known; empty for not known
 * @param perSecond records a second since the process at work began; 0 for not known yet
 * @param left empty for not known
 */
public record ImportProgress(
        ImportStatus.State state,
        int done,
        OptionalInt total,
        OptionalInt percent,
        int perSecond,
        Optional<Duration> left) {
    /** True when nothing moves until a person does something. */
    public boolean atRest() {
        return switch (state) {
            case STAGED, PLANNING, COMMITTING, UNDOING -> false;
            case PLANNED, COMMITTED, REFUSED, UNDONE, DISCARDED -> true;
        };
    }
}
