package org.carrel.testing;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * What came of two scans.
 *
 * @param student number of the {@link TestStudent}; empty when it is not known who is meant
 * @param name of the student, or what was scanned
 * @param tag of the device, or what was scanned
 * @param ready whether the device is ready for the program of the test
 */
public record SeatAnswer(Kind kind, OptionalLong student, String name, String tag, boolean ready)
        implements Serializable {
    /** What it was. */
    public enum Kind {
        SEATED,
        /** The first device is kept from now on (TS-3). */
        SWAPPED,
        /** They sit at it already. */
        SAME,
        /** They sit at another: to swap it takes a reason. */
        WHY,
        WHY_TOO_LONG,
        /** The reason looks like a ticket or a code: such things are not kept (TS-6). */
        SECRET,
        NO_STUDENT,
        SEVERAL_STUDENTS,
        /** Known, and not of this room. */
        NOT_LISTED,
        /** They sit in another room at the same time. */
        ELSEWHERE,
        NO_DEVICE,
        SEVERAL_DEVICES,
        KEPT,
        /** It is broken, missing, or not ours any more. */
        NOT_USABLE,
        /** Somebody else sits at it. */
        TAKEN,
        /** The test was called off, or the day has passed. */
        OVER,
        NOT_ALLOWED;

        public boolean isDone() {
            return this == SEATED || this == SWAPPED || this == SAME;
        }
    }
}
