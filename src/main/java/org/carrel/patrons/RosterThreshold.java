package org.carrel.patrons;

import java.io.Serializable;

/**
 * A roster that would change more people at once than it should.
 *
 * @param part how many
 * @param of out of how many
 * @param limit in percent
 */
public record RosterThreshold(Kind kind, int part, int of, int limit) implements Serializable {
    /** What is too much. */
    public enum Kind {
        STUDENTS_LEAVING,
        STAFF_LEAVING,
        PEOPLE_CHANGED
    }
}
