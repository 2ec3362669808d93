package org.carrel.testing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carrel.scheduling.ClassSession;

/**
 * Days on which a test takes rooms and carts.
 *
 * @param madeBy display name; empty: gone
 * @param cancelled when all of it was called off
 * @param forgotten what was erased after its time; empty: nothing yet (TS-7)
 * @param days in order; those that were called off too
 */
public record TestWindow(
        long id,
        String site,
        int program,
        String programName,
        String name,
        String madeBy,
        Instant made,
        Optional<Instant> cancelled,
        Optional<Forgotten> forgotten,
        List<ClassSession> days)
        implements Serializable {
    /** @param seats how many seats, and incidents, there were */
    public record Forgotten(Instant at, int seats, int incidents) implements Serializable {}

    public TestWindow {
        days = List.copyOf(days);
    }
}
