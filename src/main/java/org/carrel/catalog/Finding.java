package org.carrel.catalog;

/**
 * Something a librarian should know about a record that was read: a repair, a doubt, a part left out.
 *
 * @param problem what; its words in each language stand in the problem's bundle
 * @param place where in the record, e.g. {@code 245$a} or {@code leader/09}; empty when it is the whole record
 * @param detail the offending text or number as found, shortened for display; may be empty
 */
public record Finding(Problem problem, String place, String detail) {
    /** A kind of problem, an enum constant that has its own sentence in every language. */
    public interface Problem {
        /** The constant's name: stable, used in reports. */
        String name();

        /** The resource bundle with {@code problem.NAME}; the sentence takes {0} = place and {1} = detail. */
        String bundle();
    }
}
