package org.carrel.privacy.rules;

import java.util.List;

/**
 * A table that says something about a person.
 *
 * @param name of the table
 * @param rows which of its rows are about people, as the SQL of a condition; {@code :people} stands for their numbers
 * @param told columns that the person gets to see
 * @param untold columns that say nothing to the person: keys of ours, hashes, the folded forms of what is told
 * @param fate what becomes of these rows when the person is erased
 */
public record PersonalTable(String name, String rows, List<String> told, List<String> untold, Fate fate) {
    /** What becomes of rows when the person is erased. */
    public enum Fate {
        DELETED,
        /** What staff did stays; what it was about is lost with the person's key and pseudonym. */
        STAYS
    }

    /** {@code a, b, c} as columns of the table. */
    static PersonalTable deleted(String name, String rows, String told, String untold) {
        return new PersonalTable(name, rows, list(told), list(untold), Fate.DELETED);
    }

    static PersonalTable stays(String name, String rows, String told, String untold) {
        return new PersonalTable(name, rows, list(told), list(untold), Fate.STAYS);
    }

    private static List<String> list(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(", ", -1));
    }

    public boolean has(String column) {
        return told.contains(column) || untold.contains(column);
    }
}
