package org.carrel.devices.mdm;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmFinding;
import org.carrel.devices.MdmFinding.Kind;
import org.carrel.devices.MdmForm;
import org.carrel.devices.MdmRun;
import org.carrel.devices.rules.MdmColumns;
import org.carrel.devices.rules.MdmReading;
import org.carrel.devices.rules.MdmRow;
import org.carrel.devices.store.MdmRowStore;
import org.carrel.devices.store.MdmRowStore.Staged;

/** Puts the rows of a file into their table: of columns that are of no use nothing is kept, and never is the file in memory. */
public final class MdmStaging {
    private static final int AT_ONCE = 500;

    private final MdmRowStore rows = new MdmRowStore();

    /**
     * A file as it is known by its header.
     *
     * @param kept places of the columns that are kept; of a list all are, since a person may want another one
     * @param header their names
     */
    public record Opened(
            MdmForm form, List<Integer> kept, List<String> header, MdmColumns columns, List<MdmFinding> findings) {}

    /** Throws nothing: a file that cannot be read has a finding that stops it. */
    public static Opened open(Path file) {
        try {
            var table = MdmTable.of(file);
            var columns = MdmColumns.of(table.header());
            var kept = new ArrayList<Integer>();
            for (var at = 0; at < table.header().size(); at++) {
                if (columns.form() == MdmForm.LIST || isUsed(columns, at)) kept.add(at);
            }
            var header = kept.stream().map(table.header()::get).toList();
            return new Opened(columns.form(), kept, header, MdmColumns.of(header), table.findings());
        } catch (FileRefused refused) {
            var columns = new MdmColumns(MdmForm.LIST, Map.of());
            return new Opened(MdmForm.LIST, List.of(), List.of(), columns, List.of(refused.finding()));
        }
    }

    private static boolean isUsed(MdmColumns columns, int at) {
        return columns.fields().values().stream().anyMatch(places -> places.contains(at));
    }

    /** How the columns of a run are read: as a person said, else as their names say. */
    public static MdmColumns columns(MdmRun run) {
        return run.mapping().map(MdmColumns::told).orElseGet(() -> MdmColumns.of(run.header()));
    }

    /** @return how many, or why the file is refused after all */
    public Read stage(Connection connection, long run, Path file, Opened opened) throws SQLException {
        var waiting = new ArrayList<Staged>();
        var count = new int[1];
        try {
            MdmTable.of(file).rows((number, cells) -> {
                var wanted = opened.kept().stream()
                        .map(at -> at < cells.size() ? cells.get(at) : "")
                        .toList();
                waiting.add(new Staged(number, wanted, Optional.of(read(opened.columns(), wanted))));
                count[0]++;
                if (waiting.size() >= AT_ONCE) flush(connection, run, waiting);
            });
            flush(connection, run, waiting);
        } catch (FileRefused refused) {
            return new Read(count[0], Optional.of(refused.finding()));
        } catch (Unwritten problem) {
            throw problem.problem;
        }
        var nothing = count[0] == 0 ? Optional.of(new MdmFinding(Kind.NO_ROWS, "")) : Optional.<MdmFinding>empty();
        return new Read(count[0], nothing);
    }

    /** How many rows there are, and why none of them can be taken. */
    public record Read(int rows, Optional<MdmFinding> refused) {}

    private void flush(Connection connection, long run, List<Staged> waiting) {
        try {
            rows.add(connection, run, waiting);
        } catch (SQLException e) {
            throw new Unwritten(e);
        }
        waiting.clear();
    }

    /** Out of the loop over the rows of a file. */
    private static final class Unwritten extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient SQLException problem;

        private Unwritten(SQLException problem) {
            super(problem);
            this.problem = problem;
        }
    }

    static MdmRow read(MdmColumns columns, List<String> cells) {
        var values = new EnumMap<MdmField, String>(MdmField.class);
        for (var field : columns.fields().keySet()) {
            var cell = columns.cell(field, cells);
            if (!cell.isEmpty()) values.put(field, cell);
        }
        return MdmReading.of(columns.form(), values);
    }

    /** Under other columns the rows are known by other cells. */
    public void rekey(Connection connection, long run, MdmColumns columns) throws SQLException {
        var after = 0;
        for (var page = rows.page(connection, run, after, AT_ONCE); !page.isEmpty(); ) {
            var keyed = page.stream()
                    .map(row -> new Staged(row.number(), row.cells(), Optional.of(read(columns, row.cells()))))
                    .toList();
            rows.keys(connection, run, keyed);
            after = page.getLast().number();
            page = rows.page(connection, run, after, AT_ONCE);
        }
    }
}
