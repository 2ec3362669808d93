package org.carrel.patrons;

import java.io.Serializable;

/**
 * A class that somebody teaches.
 *
 * @param number of the class; {@link #HOMEROOM} for the homeroom that stands in the teacher's own entry
 */
public record OwnClass(long number, String title) implements Serializable {
    public static final long HOMEROOM = 0;
}
