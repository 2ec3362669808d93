package org.carrel.testing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Somebody who takes a test in a room.
 *
 * @param name family name first
 * @param identifier the school's number of the student
 * @param accommodations nothing for who is not to see them (TS-8)
 * @param seats all at which they sat, the first one first
 */
public record TestStudent(
        long id, long patron, String name, String identifier, Set<Accommodation> accommodations, List<Seat> seats)
        implements Serializable {
    /**
     * A student at a device.
     *
     * @param ended when they left it; empty: they sit there
     * @param why it was swapped; empty for none
     * @param keep by which the device is kept still; empty: it is not
     */
    public record Seat(
            long id, long device, String tag, Instant seated, Optional<Instant> ended, String why, OptionalLong keep)
            implements Serializable {}

    public TestStudent {
        accommodations = Set.copyOf(accommodations);
        seats = List.copyOf(seats);
    }

    /** Where they sit; empty: nowhere, or not any more. */
    public Optional<Seat> seat() {
        return seats.stream().filter(seat -> seat.ended().isEmpty()).findFirst();
    }

    /** The last at which they sat. */
    public Optional<Seat> last() {
        return seats.isEmpty() ? Optional.empty() : Optional.of(seats.getLast());
    }
}
