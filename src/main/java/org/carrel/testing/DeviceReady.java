package org.carrel.testing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carrel.devices.Device;

/**
 * How a device stands for a program.
 *
 * @param looks one for each check of the program, in order
 */
public record DeviceReady(Device device, State state, List<Look> looks) implements Serializable {
    /** In the order in which somebody has something to do. */
    public enum State {
        /** Something was looked at and was not right. */
        FAILED,
        /** Somebody looked at it, too long ago. */
        OLD,
        /** Not everything was looked at. */
        OPEN,
        /** All checks are new enough and were passed (TS-2). */
        READY
    }

    /** @param at when somebody looked at it last; empty: never */
    public record Look(TestProgram.Check check, Optional<Instant> at, boolean passed, boolean fresh)
            implements Serializable {
        /** Whether nothing is to be done about it. */
        public boolean isGood() {
            return passed && fresh;
        }
    }

    public DeviceReady {
        looks = List.copyOf(looks);
    }
}
