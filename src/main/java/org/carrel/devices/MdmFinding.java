package org.carrel.devices;

import java.io.Serializable;

/** What there is to say about a file of devices as a whole. @param detail a name of a column, an encoding, a number */
public record MdmFinding(Kind kind, String detail) implements Serializable {
    /** What was found; its sentence is {@code mdmFinding.NAME}. */
    public enum Kind {
        READ_AS(false),
        DELIMITER(false),
        COLUMN_TWICE(false),
        NO_ROWS(true),
        UNREADABLE(true),
        TOO_LARGE(true),
        TOO_MANY_ROWS(true);

        private final boolean stops;

        Kind(boolean stops) {
            this.stops = stops;
        }

        /** True when nothing of the file may be taken in. */
        public boolean stops() {
            return stops;
        }
    }
}
