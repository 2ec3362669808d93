package org.carrel.catalog;

import java.util.List;
import java.util.OptionalInt;

/**
 * Records that are most likely one edition.
 *
 * @param score how sure that is: 100 is certain
 * @param why by what they were recognised, the surest first
 */
public record DuplicateGroup(int score, List<Row> rows, List<Reason> why) {
    public DuplicateGroup {
        rows = List.copyOf(rows);
        why = List.copyOf(why);
    }

    /** @param copies how many are ours */
    public record Row(
            long id, String title, String author, String publisher, OptionalInt year, List<String> isbns, int copies) {
        public Row {
            isbns = List.copyOf(isbns);
        }
    }

    /** @param kind as the words have it under {@code matchKey.KIND} */
    public record Reason(String kind, String value) {}
}
