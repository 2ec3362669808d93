package org.carrel.platform;

import java.util.List;
import java.util.stream.Collectors;

/** Rows of a CSV file (RFC 4180), safe to be opened in a spreadsheet. */
public final class Csv {
    /** The mark by which spreadsheets know UTF-8; the first character of a file. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA_SIGNS = "=+-@\t\r\n";

    private Csv() {}

    /** One row with its line end. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front of it. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        var safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
