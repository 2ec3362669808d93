package org.carrel.catalog.exports;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.store.ShelfCopy;

/** The collection as a spreadsheet reads it: RFC 4180, one row a copy, and one for a title without copies. */
final class CsvRows {
    private static final List<String> OF_THE_TITLE = List.of("record", "title", "author", "year", "isbn", "kind");
    private static final List<String> OF_THE_COPY = List.of(
            "call number", "barcode", "site", "location", "item type", "copy number", "price", "condition", "acquired");
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    /** The mark by which spreadsheets know UTF-8, and the names of the columns. */
    static final String HEAD = "\uFEFF" + row(joined(OF_THE_TITLE, OF_THE_COPY));

    private CsvRows() {}

    static String of(long id, BibRecord record, List<ShelfCopy> copies) {
        var title = title(id, record);
        if (copies.isEmpty()) return row(joined(title, Collections.nCopies(OF_THE_COPY.size(), "")));
        return copies.stream().map(copy -> row(joined(title, copy(copy)))).collect(Collectors.joining());
    }

    private static List<String> title(long id, BibRecord record) {
        var author = record.names().main();
        var year = record.publication().year();
        return List.of(
                Long.toString(id),
                record.titles().main(),
                author.isEmpty() ? record.titles().responsibility() : author,
                year.isPresent() ? Integer.toString(year.getAsInt()) : "",
                String.join(" ", record.identifiers().isbns()),
                record.kind().name().toLowerCase(Locale.ROOT));
    }

    private static List<String> copy(ShelfCopy copy) {
        return List.of(
                copy.callNumber().text(),
                copy.barcode(),
                copy.site(),
                copy.location(),
                copy.itemType(),
                copy.copyNumber(),
                CopyFields.price(copy),
                copy.condition(),
                CopyFields.date(copy, DateTimeFormatter.ISO_LOCAL_DATE));
    }

    private static List<String> joined(List<String> title, List<String> copy) {
        var cells = new ArrayList<>(title);
        cells.addAll(copy);
        return cells;
    }

    /** One row with its line end. */
    static String row(List<String> cells) {
        return cells.stream().map(CsvRows::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front of it. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        var safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
