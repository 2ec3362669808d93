package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.rules.FactsCheck;

/** A table of a roster: columns by name, rows one after the other. */
abstract class Table {
    private final String name;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> header = new ArrayList<>();
    private final List<RosterFinding> findings = new ArrayList<>();

    Table(String name) {
        this.name = name;
    }

    /** A row; a cell that is not there is empty. */
    final class Row {
        private final int number;
        private final List<String> cells;

        /** @param number as a spreadsheet counts: the header is row 1 */
        Row(int number, List<String> cells) {
            this.number = number;
            this.cells = cells;
        }

        int number() {
            return number;
        }

        /** On one line, in NFC, without blanks around and signs that nobody can see. */
        String get(String column) {
            var at = columns.get(column);
            return at == null || at >= cells.size() ? "" : FactsCheck.clean(cells.get(at));
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** Hears each row that is not empty. Throws {@link RosterUnreadable} when the file cannot be read to its end. */
    abstract void rows(Consumer<Row> each);

    /** The header as the file has it; to be called once, by whoever makes the table. */
    final void header(List<String> cells) {
        for (var cell : cells) {
            var column = FactsCheck.clean(cell.replace("\u200B", "").replace("\uFEFF", ""));
            if (!column.equals(cell.strip())) found(Kind.HEADER_CLEANED, column);
            if (!column.isEmpty() && columns.putIfAbsent(column, header.size()) != null) {
                throw new RosterUnreadable(Kind.COLUMN_TWICE, name, column);
            }
            header.add(column);
        }
    }

    final void found(Kind kind, String detail) {
        findings.add(new RosterFinding(kind, name, detail));
    }

    final String name() {
        return name;
    }

    final List<String> header() {
        return header;
    }

    final boolean has(String column) {
        return columns.containsKey(column);
    }

    final List<RosterFinding> findings() {
        return findings;
    }

    /** Throws {@link RosterUnreadable} with the first column that is missing. */
    final void require(List<String> wanted) {
        for (var column : wanted) {
            if (!has(column)) throw new RosterUnreadable(Kind.COLUMN_MISSING, name, column);
        }
    }
}
