package org.carrel.testing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry of the incident log; it stays as it is.
 *
 * @param at when it happened
 * @param noted when it was written down
 * @param by display name; empty: gone
 * @param tag of the device; empty: none had to do with it
 * @param action what was done about it; empty for nothing
 * @param corrects which entry this one puts right
 */
public record Incident(
        long id,
        Instant at,
        Instant noted,
        String by,
        Optional<String> tag,
        String what,
        String action,
        OptionalLong corrects,
        List<Person> students)
        implements Serializable {
    public static final int LONGEST_TEXT = 2_000;

    /** @param name family name first */
    public record Person(long student, String name, String identifier) implements Serializable {}

    public Incident {
        students = List.copyOf(students);
    }
}
