package org.carrel.patrons.rosters;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rules.RosterColumns;

/**
 * What of a roster waits for its commit: the wanted columns of the wanted files and nothing else, as a roster of the same kind,
 * row by row. The files lie in spools until it is closed.
 */
final class FilteredCopy implements AutoCloseable {
    private static final String LIST = "list.csv";
    /** After the header. */
    private static final int FIRST_ROW = 2;

    private static final int BUFFER = 1 << 16;

    private final List<Member> members = new ArrayList<>();
    private final List<Spool> spools = new ArrayList<>();

    private FilteredCopy() {}

    /** Writes a file. */
    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Throws {@link RosterUnreadable}. */
    static FilteredCopy of(RosterReader reader, Optional<RosterMapping> mapping) {
        return reader.isOneRoster() ? oneRoster(reader.tables()) : list(reader.table(), mapping.orElseThrow());
    }

    static FilteredCopy oneRoster(RosterTables tables) {
        return made(copy -> copy.add(tables));
    }

    static FilteredCopy list(Table table, RosterMapping mapping) {
        var mapped = new ArrayList<>(mapping.columns().values());
        if (!mapping.card().isEmpty() && !mapped.contains(mapping.card())) mapped.add(mapping.card());
        var columns = mapped.stream().distinct().toList();
        return made(copy -> copy.add(LIST, out -> {
            if (!rows(table, columns, out)) throw new RosterUnreadable(Kind.NO_ROWS, table.name(), "");
        }));
    }

    /** Some columns of a list, before anybody has said which is which. */
    static FilteredCopy list(Table table, List<String> columns) {
        return made(copy -> copy.add(LIST, out -> rows(table, columns, out)));
    }

    /** A copy that was packed, to be read again. */
    static FilteredCopy unpack(InputStream packed) {
        return made(copy -> {
            try (var zip = new ZipInputStream(new BufferedInputStream(packed, BUFFER))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                    copy.add(entry.getName(), zip::transferTo);
            }
        });
    }

    /** Fills a copy. */
    @FunctionalInterface
    private interface Filling {
        void fill(FilteredCopy copy) throws IOException;
    }

    private static FilteredCopy made(Filling filling) {
        var copy = new FilteredCopy();
        var whole = false;
        try {
            filling.fill(copy);
            whole = true;
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!whole) copy.close();
        }
    }

    /** To be read as a roster. */
    RosterReader reader() {
        return RosterReader.of(members);
    }

    /** All files in one; to be closed. */
    InputStream packed() {
        var spool = new Spool();
        try (var zip = new ZipOutputStream(new BufferedOutputStream(spool.end(), BUFFER))) {
            for (var member : members) {
                zip.putNextEntry(new ZipEntry(member.name()));
                try (var in = member.open()) {
                    in.transferTo(zip);
                }
            }
        } catch (IOException e) {
            spool.close();
            throw new UncheckedIOException(e);
        }
        return new FilterInputStream(spool.from(0)) {
            @Override
            public void close() {
                spool.close();
            }
        };
    }

    private void add(String name, Content content) throws IOException {
        var spool = new Spool();
        spools.add(spool);
        try (var out = new BufferedOutputStream(spool.end(), BUFFER)) {
            content.to(out);
        }
        members.add(new Member(name, () -> spool.from(0)));
    }

    private void add(RosterTables tables) throws IOException {
        var parts = new ArrayList<List<String>>(List.of(List.of("propertyName", "value")));
        for (var table : tables.tables().entrySet()) {
            var way = tables.part(table.getKey()) == Part.CHANGES ? "delta" : "bulk";
            parts.add(List.of("file." + table.getKey(), way));
        }
        parts.add(List.of("oneroster.version", "1.1"));
        add("manifest.csv", out -> {
            var manifest = printer(out);
            for (var line : parts) manifest.printRecord(line);
            manifest.flush();
        });
        for (var table : tables.tables().entrySet()) add(table);
    }

    private void add(Map.Entry<String, Table> table) throws IOException {
        var columns = table.getValue().header().stream()
                .filter(column -> RosterColumns.isWanted(table.getKey(), column))
                .toList();
        add(table.getKey() + ".csv", out -> rows(table.getValue(), columns, out));
    }

    /** False when there were none. */
    private static boolean rows(Table table, List<String> columns, OutputStream out) throws IOException {
        var printer = printer(out);
        printer.printRecord(columns);
        var next = new AtomicInteger(FIRST_ROW);
        table.rows(row -> {
            try {
                // Rows keep their numbers, by which people look them up in their own file.
                for (; next.get() < row.number(); next.incrementAndGet()) printer.println();
                printer.printRecord(columns.stream().map(row::get).toList());
                next.incrementAndGet();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        printer.flush();
        return next.get() > FIRST_ROW;
    }

    private static CSVPrinter printer(OutputStream out) throws IOException {
        return new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    }

    @Override
    public void close() {
        spools.forEach(Spool::close);
    }
}
