package org.carrel.patrons;

import java.io.Serializable;

/**
 * What there is to say about a roster file as a whole.
 *
 * @param member the file inside of it; empty for the whole
 * @param detail a name of a column, an encoding, a number
 */
public record RosterFinding(Kind kind, String member, String detail) implements Serializable {
    /** What was found; its sentence is {@code rosterFinding.NAME}. */
    public enum Kind {
        // Said, and the roster goes on.
        READ_AS(false),
        DELIMITER(false),
        HEADER_CLEANED(false),
        NO_MANIFEST(false),
        MEMBER_IGNORED(false),
        COLUMN_SENSITIVE(false),
        COLUMN_UNKNOWN(false),
        ROWS_REFUSED(false),
        SCHOOL_UNKNOWN(false),
        // The roster is refused as a whole.
        NOT_A_ROSTER(true),
        VERSION_UNKNOWN(true),
        MEMBER_MISSING(true),
        MEMBER_TWICE(true),
        COLUMN_MISSING(true),
        COLUMN_TWICE(true),
        NO_ROWS(true),
        NO_ACCEPTED_ROWS(true),
        UNREADABLE(true),
        ENCODING_UNKNOWN(true),
        ARCHIVE_DAMAGED(true),
        TOO_LARGE(true),
        TOO_MANY_FILES(true),
        INFLATES_SUSPICIOUSLY(true),
        MAPPING_MISSING(true),
        /** It has people who are not of the only site of who brought it. */
        OTHER_SCHOOLS(true);

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
