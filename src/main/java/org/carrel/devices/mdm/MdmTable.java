package org.carrel.devices.mdm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carrel.devices.MdmFinding;
import org.carrel.devices.MdmFinding.Kind;
import org.carrel.devices.rules.MdmCells;
import org.carrel.devices.rules.MdmColumns;

/** The table in a file, row after row: never the whole of it in memory. */
abstract class MdmTable {
    /** Beyond what a district has; a file that is longer is no list of devices. */
    private static final int MOST_ROWS = 250_000;

    private static final int MOST_COLUMNS = 250;

    private final List<String> header = new ArrayList<>();
    private final List<MdmFinding> findings = new ArrayList<>();

    /** Hears the rows below the header. */
    @FunctionalInterface
    interface Each {
        /** @param number as a spreadsheet counts: the header is row 1 @param cells cleaned */
        void row(int number, List<String> cells);
    }

    /** A workbook by its first bytes, else CSV. Throws {@link FileRefused}. */
    static MdmTable of(Path file) {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(4);
            var zip = start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
            return zip ? new MdmWorkbook(file) : new MdmCsv(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row from the first on, with its number. */
    abstract void read(Each each);

    /** The rows below the header that are not empty. Throws {@link FileRefused}. */
    final void rows(Each each) {
        read((number, cells) -> {
            if (number == 1) return;
            if (number > MOST_ROWS) throw new FileRefused(Kind.TOO_MANY_ROWS, String.valueOf(MOST_ROWS));
            var clean = cells.stream().limit(MOST_COLUMNS).map(MdmCells::clean).toList();
            if (clean.stream().anyMatch(cell -> !cell.isEmpty())) each.row(number, clean);
        });
    }

    /** To be called once, by whoever makes the table. */
    final void header(List<String> cells) {
        cells.stream().limit(MOST_COLUMNS).map(MdmCells::clean).forEach(header::add);
        if (header.stream().allMatch(String::isEmpty)) throw new FileRefused(Kind.NO_ROWS, "");
        for (var name : MdmColumns.twice(header)) found(Kind.COLUMN_TWICE, name);
    }

    final void found(Kind kind, String detail) {
        findings.add(new MdmFinding(kind, detail));
    }

    final List<String> header() {
        return header;
    }

    final List<MdmFinding> findings() {
        return findings;
    }
}
