package org.carrel.scheduling;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * What a session is about: nothing of it decides whether it can be booked but the number of people.
 *
 * @param schoolClass of the roster; empty: none, or a homeroom
 * @param className as people call it; empty for none
 * @param grade empty when nobody knows
 * @param heads how many students, from 0 to {@link #MOST_HEADS}
 * @param subject empty for none
 * @param purpose what the students will do; empty for none
 * @param topic for which books are looked up; empty for none
 * @param books how many are to be pulled, from 0 to {@link #MOST_BOOKS}
 */
public record SessionFacts(
        OptionalLong schoolClass,
        String className,
        String grade,
        int heads,
        String subject,
        String purpose,
        String topic,
        int books)
        implements Serializable {
    public static final int MOST_HEADS = 999;
    public static final int MOST_BOOKS = 200;
    public static final int LONGEST_CLASS = 200;
    public static final int LONGEST_GRADE = 20;
    public static final int LONGEST_SUBJECT = 60;
    public static final int LONGEST_PURPOSE = 500;
    public static final int LONGEST_TOPIC = 100;

    public SessionFacts {
        if (heads < 0 || heads > MOST_HEADS || books < 0 || books > MOST_BOOKS)
            throw new IllegalArgumentException("Heads " + heads + ", books " + books);
        if (className.length() > LONGEST_CLASS
                || grade.length() > LONGEST_GRADE
                || subject.length() > LONGEST_SUBJECT
                || purpose.length() > LONGEST_PURPOSE
                || topic.length() > LONGEST_TOPIC) throw new IllegalArgumentException("Too long");
    }
}
