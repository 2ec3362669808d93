package org.carrel.testing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All of a room in a test, as far as who asks may see it.
 *
 * @param students by name
 * @param marks in order
 * @param coordinates whether who asks may change who is here
 * @param proctors whether who asks runs the test here: only they see accommodations and incidents (TS-8)
 */
public record RoomSheet(
        TestRoom room,
        List<Proctor> proctorsHere,
        List<TestStudent> students,
        List<Mark> marks,
        boolean coordinates,
        boolean proctors)
        implements Serializable {
    /** @param account who it is */
    public record Proctor(long account, String name) implements Serializable {}

    /** @param by display name; empty: gone */
    public record Mark(Instant at, Kind kind, String by) implements Serializable {
        /** What happened. */
        public enum Kind {
            START,
            BREAK,
            RESUME,
            /** Everybody leaves their device. */
            STOP,
            /** Whoever marks it takes over. */
            RELIEF_IN,
            RELIEF_OUT
        }
    }

    public RoomSheet {
        proctorsHere = List.copyOf(proctorsHere);
        students = List.copyOf(students);
        marks = List.copyOf(marks);
    }

    /** One of the students here. */
    public Optional<TestStudent> student(long id) {
        return students.stream().filter(student -> student.id() == id).findFirst();
    }
}
