package org.carrel.school;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A part of the school year: a semester, a quarter.
 *
 * @param id 0 while it is not stored
 * @param last its last day
 */
public record Term(long id, String name, LocalDate first, LocalDate last) implements Serializable {
    /** Longest name, in characters. */
    public static final int MAX_NAME = 100;

    public boolean isOn(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    public boolean overlaps(LocalDate otherFirst, LocalDate otherLast) {
        return !first.isAfter(otherLast) && !otherFirst.isAfter(last);
    }
}
