package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.circulation.HeldCopyRow;
import org.carrel.circulation.HoldCopyFacts;
import org.carrel.circulation.HoldLists;
import org.carrel.circulation.PullRow;
import org.carrel.circulation.TransferRow;

/** The lists of desk/holds.xhtml as rows of a table: on the page, on paper and in a file they are the same. */
@RequestScoped
public class HoldRows {
    @Inject
    HoldLists lists;

    @Inject
    HoldNames names;

    @Inject
    StaffWords words;

    /** A cell under its heading. */
    public record Cell(String label, String text) {}

    /**
     * A copy.
     *
     * @param key tells rows apart on the page
     * @param bib number of the record
     * @param hold that it is set aside for; 0 for none
     * @param late it should have been picked up
     */
    public record Row(String key, long bib, long hold, boolean late, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        boolean has(String typed) {
            return cells.stream()
                    .anyMatch(cell -> cell.text().toLowerCase(Locale.ROOT).contains(typed));
        }
    }

    /** @param site code @param typed words that have to stand in a row; may be empty */
    List<Row> of(HoldsPart part, String site, String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return all(part, site).filter(row -> row.has(wanted)).toList();
    }

    List<String> headings(HoldsPart part) {
        return keys(part).stream().map(words::text).toList();
    }

    private static List<String> keys(HoldsPart part) {
        return switch (part) {
            case PULL -> List.of("holds.callNumber", "holds.title", "holds.copy", "holds.location", "holds.pickUp");
            case SHELF -> List.of("holds.until", "holds.for", "holds.title", "holds.copy", "holds.callNumber");
            case LEFT -> List.of("holds.title", "holds.copy", "holds.callNumber", "holds.next");
            case TRANSFERS ->
                List.of("holds.from", "holds.to", "holds.title", "holds.copy", "holds.why", "holds.since");
        };
    }

    private Stream<Row> all(HoldsPart part, String site) {
        return switch (part) {
            case PULL -> lists.pullList(site).stream().map(this::pull);
            case SHELF ->
                lists.shelf(site).stream().filter(row -> row.hold().isPresent()).map(row -> shelf(row, site));
            case LEFT ->
                lists.shelf(site).stream().filter(row -> row.hold().isEmpty()).map(this::left);
            case TRANSFERS -> lists.transfers(site).stream().map(this::transfer);
        };
    }

    private Row row(HoldsPart part, HoldCopyFacts copy, long hold, boolean late, String... texts) {
        var labels = headings(part);
        var cells = Stream.iterate(0, i -> i + 1)
                .limit(texts.length)
                .map(i -> new Cell(labels.get(i), texts[i]))
                .toList();
        return new Row(copy.item() + "-" + hold, copy.bib(), hold, late, cells);
    }

    private Row pull(PullRow row) {
        var copy = row.copy();
        return row(
                HoldsPart.PULL,
                copy,
                row.hold(),
                false,
                copy.callNumber(),
                copy.title(),
                number(copy),
                copy.location(),
                row.elsewhere() ? row.pickUp() : words.text("holds.here"));
    }

    private Row shelf(HeldCopyRow row, String site) {
        var copy = row.copy();
        var until = row.shelfUntil();
        return row(
                HoldsPart.SHELF,
                copy,
                row.hold().orElseThrow(),
                until.filter(day -> day.isBefore(lists.today(site))).isPresent(),
                until.map(names::day).orElseGet(() -> words.text("holds.noEnd")),
                names.of(row.hold(), row.patron()),
                copy.title(),
                number(copy),
                copy.callNumber());
    }

    private Row left(HeldCopyRow row) {
        var copy = row.copy();
        return row(
                HoldsPart.LEFT,
                copy,
                0,
                false,
                copy.title(),
                number(copy),
                copy.callNumber(),
                words.text(row.wanted() ? "holds.nextWaits" : "holds.reshelve"));
    }

    private Row transfer(TransferRow row) {
        var copy = row.copy();
        return row(
                HoldsPart.TRANSFERS,
                copy,
                0,
                false,
                row.fromName(),
                row.toName(),
                copy.title(),
                number(copy),
                words.text(row.forHold() ? "holds.forHold" : "holds.goesHome"),
                row.sent().map(words::day).orElseGet(() -> words.text("holds.inBox")));
    }

    private static String number(HoldCopyFacts copy) {
        return Optional.of(copy.barcode()).filter(text -> !text.isEmpty()).orElse("#" + copy.item());
    }
}
