package org.carrel.patrons.rosters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rules.RosterColumns;

/**
 * What of a roster waits for its commit: the wanted columns of the wanted files and nothing else, as a roster of the same kind,
 * row by row.
 */
final class FilteredCopy {
    private static final String LIST = "list.csv";
    /** After the header. */
    private static final int FIRST_ROW = 2;

    private FilteredCopy() {}

    static byte[] of(RosterReader reader, Optional<RosterMapping> mapping) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            if (reader.isOneRoster()) oneRoster(reader.tables(), zip);
            else list(reader.table(), mapping.orElseThrow(), zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Some columns of a list, before anybody has said which is which. */
    static byte[] of(Table table, List<String> columns) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(LIST));
            rows(table, columns, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The copy, to be read again. */
    static RosterReader open(byte[] copy) {
        var members = new ArrayList<Member>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(copy))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.add(new Member(entry.getName(), zip.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RosterReader.of(members);
    }

    private static void oneRoster(RosterTables tables, ZipOutputStream zip) throws IOException {
        var parts = new ArrayList<List<String>>(List.of(List.of("propertyName", "value")));
        for (var table : tables.tables().entrySet()) {
            var way = tables.part(table.getKey()) == Part.CHANGES ? "delta" : "bulk";
            parts.add(List.of("file." + table.getKey(), way));
        }
        parts.add(List.of("oneroster.version", "1.1"));
        zip.putNextEntry(new ZipEntry("manifest.csv"));
        var manifest = printer(zip);
        for (var line : parts) manifest.printRecord(line);
        manifest.flush();
        for (var table : tables.tables().entrySet()) wanted(table, zip);
    }

    private static void wanted(Map.Entry<String, Table> table, ZipOutputStream zip) throws IOException {
        var columns = table.getValue().header().stream()
                .filter(column -> RosterColumns.isWanted(table.getKey(), column))
                .toList();
        zip.putNextEntry(new ZipEntry(table.getKey() + ".csv"));
        rows(table.getValue(), columns, zip);
    }

    private static void list(Table table, RosterMapping mapping, ZipOutputStream zip) throws IOException {
        var columns = new ArrayList<>(mapping.columns().values());
        if (!mapping.card().isEmpty() && !columns.contains(mapping.card())) columns.add(mapping.card());
        zip.putNextEntry(new ZipEntry(LIST));
        rows(table, columns.stream().distinct().toList(), zip);
    }

    private static void rows(Table table, List<String> columns, ZipOutputStream zip) throws IOException {
        var printer = printer(zip);
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
    }

    private static CSVPrinter printer(ZipOutputStream zip) throws IOException {
        return new CSVPrinter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    }
}
