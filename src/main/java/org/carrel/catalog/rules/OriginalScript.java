package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.carrel.catalog.EditorRow;
import org.carrel.catalog.EditorRows;

/**
 * A field and the same in its original script: 880, each naming the other in $6 with an occurrence number of its own. Source: MARC 21
 * Appendix A, Control subfields, $6.
 */
public final class OriginalScript {
    private static final String ALTERNATE = "880";
    private static final Pattern TAG = Pattern.compile("\\d{3}");
    private static final Pattern LINK = Pattern.compile("\\$6(\\d{3})-(\\d{2})");
    /** Two digits, and 00 says that there is no partner. */
    private static final int MOST = 99;

    private OriginalScript() {}

    /**
     * The rows with a partner for one of them, and where it is: the one that it has, or a new one at the end. The rows as they are
     * for what can have none.
     */
    public static EditorRows of(List<EditorRow> rows, int at) {
        var row = rows.get(at);
        if (row.control() || !TAG.matcher(row.tag()).matches() || row.tag().startsWith("00"))
            return new EditorRows(rows, at);
        var link = LINK.matcher(row.text());
        if (link.find() && !link.group(2).equals("00"))
            return new EditorRows(rows, partner(rows, at, row, link.group(2)));
        var number = 1 + rows.stream().mapToInt(OriginalScript::highest).max().orElse(0);
        return row.tag().equals(ALTERNATE) || number > MOST ? new EditorRows(rows, at) : paired(rows, at, row, number);
    }

    private static int partner(List<EditorRow> rows, int at, EditorRow row, String number) {
        for (var other = 0; other < rows.size(); other++) {
            var one = rows.get(other);
            var names = LINK.matcher(one.text());
            if (other != at
                    && names.find()
                    && names.group(1).equals(row.tag())
                    && names.group(2).equals(number)) return other;
        }
        return at;
    }

    private static int highest(EditorRow row) {
        return LINK.matcher(row.text())
                .results()
                .mapToInt(link -> Integer.parseInt(link.group(2)))
                .max()
                .orElse(0);
    }

    private static EditorRows paired(List<EditorRow> rows, int at, EditorRow row, int number) {
        var both = new ArrayList<>(rows);
        both.set(at, new EditorRow(false, row.tag(), row.ind1(), row.ind2(), link(ALTERNATE, number) + row.text()));
        both.add(new EditorRow(false, ALTERNATE, row.ind1(), row.ind2(), link(row.tag(), number) + "$a"));
        return new EditorRows(both, both.size() - 1);
    }

    private static String link(String tag, int number) {
        return "$6%s-%02d".formatted(tag, number);
    }
}
