package org.carrel.catalog.exports;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.store.ShelfCopy;
import org.carrel.platform.Csv;

/** The collection as a spreadsheet reads it: RFC 4180, one row a copy, and one for a title without copies. */
final class CsvRows {
    private static final List<String> OF_THE_TITLE = List.of("record", "title", "author", "year", "isbn", "kind");
    private static final List<String> OF_THE_COPY = List.of(
            "call number", "barcode", "site", "location", "item type", "copy number", "price", "condition", "acquired");

    /** The beginning of a file: the names of the columns. */
    static final String HEAD = Csv.BYTE_ORDER_MARK + Csv.row(joined(OF_THE_TITLE, OF_THE_COPY));

    private CsvRows() {}

    static String of(long id, BibRecord record, List<ShelfCopy> copies) {
        var title = title(id, record);
        if (copies.isEmpty()) return Csv.row(joined(title, Collections.nCopies(OF_THE_COPY.size(), "")));
        return copies.stream().map(copy -> Csv.row(joined(title, copy(copy)))).collect(Collectors.joining());
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
}
