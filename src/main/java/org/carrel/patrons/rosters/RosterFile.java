package org.carrel.patrons.rosters;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.RosterColumnsQuestion;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.rules.RosterColumns;

/** A roster that was read: it can be compared, and what waits of it is filtered. To be closed. */
public final class RosterFile implements AutoCloseable {
    private static final int SAMPLE = 3;

    private final Roster roster;
    private final FilteredCopy copy;
    private final Optional<RosterMapping> mapping;

    private RosterFile(Roster roster, FilteredCopy copy, Optional<RosterMapping> mapping) {
        this.roster = roster;
        this.copy = copy;
        this.mapping = mapping;
    }

    /** What came of opening a file; to be closed. */
    public sealed interface Opened extends AutoCloseable {
        /** It was read. */
        record Ready(RosterFile file, List<RosterFinding> findings) implements Opened {
            @Override
            public void close() {
                file.close();
            }
        }

        /** A plain list whose columns nobody has told yet. */
        record Asks(FilteredCopy copy, List<String> columns, List<RosterFinding> findings) implements Opened {
            @Override
            public void close() {
                copy.close();
            }
        }

        /** It cannot be taken. */
        record Refused(RosterFinding finding) implements Opened {
            @Override
            public void close() {
                // Nothing was kept.
            }
        }

        @Override
        void close();
    }

    /** @param remembered which columns the lists of this source have; of no use when one of them is not there */
    public static Opened open(Path file, Optional<RosterMapping> remembered) {
        try {
            var reader = RosterReader.of(file);
            if (reader.isOneRoster()) return ready(reader, Optional.empty());
            var table = reader.table();
            var mapping = remembered.filter(known -> fits(known, table));
            return mapping.isPresent() ? ready(reader, mapping) : asks(table);
        } catch (RosterUnreadable refused) {
            return new Opened.Refused(refused.finding());
        }
    }

    /** A list of which it is told now which column is which. @param packed a copy that waits; it is closed */
    public static Opened map(InputStream packed, RosterMapping mapping) {
        try (var copy = FilteredCopy.unpack(packed)) {
            return ready(copy.reader(), Optional.of(mapping));
        } catch (RosterUnreadable refused) {
            return new Opened.Refused(refused.finding());
        }
    }

    /** What waited, to be compared anew. @param packed a copy that waits; it is closed */
    public static RosterFile reopen(InputStream packed, Optional<RosterMapping> mapping) {
        var copy = FilteredCopy.unpack(packed);
        return new RosterFile(copy.reader().reread(mapping), copy, mapping);
    }

    /**
     * What is to be asked about a list that waits.
     *
     * @param packed a copy that waits; it is closed
     * @param remembered what the source had last
     */
    public static RosterColumnsQuestion question(InputStream packed, Optional<RosterMapping> remembered) {
        try (var copy = FilteredCopy.unpack(packed)) {
            return question(copy.reader().table(), remembered);
        }
    }

    private static RosterColumnsQuestion question(Table table, Optional<RosterMapping> remembered) {
        var columns =
                table.header().stream().filter(column -> !column.isEmpty()).toList();
        var sample = new ArrayList<List<String>>();
        table.rows(row -> {
            if (sample.size() < SAMPLE)
                sample.add(columns.stream().map(row::get).toList());
        });
        var guess = remembered.filter(known -> fits(known, table)).orElseGet(() -> ColumnGuess.of(columns));
        return new RosterColumnsQuestion(columns, sample, guess);
    }

    private static boolean fits(RosterMapping mapping, Table table) {
        var card = mapping.card().isEmpty() || table.has(mapping.card());
        return mapping.isComplete()
                && card
                && mapping.columns().values().stream().allMatch(table::has);
    }

    /** The file itself is read once: what is compared is the copy, also when the file is written anew meanwhile. */
    private static Opened ready(RosterReader reader, Optional<RosterMapping> mapping) {
        var findings = new ArrayList<RosterFinding>();
        var copy =
                reader.isOneRoster() ? oneRoster(reader.tables(), findings) : list(reader.table(), mapping, findings);
        var whole = false;
        try {
            var roster = copy.reader().read(mapping);
            roster.findings().stream()
                    .filter(finding -> !findings.contains(finding))
                    .forEach(findings::add);
            whole = true;
            return new Opened.Ready(new RosterFile(roster, copy, mapping), findings);
        } finally {
            if (!whole) copy.close();
        }
    }

    private static FilteredCopy oneRoster(RosterTables tables, List<RosterFinding> findings) {
        findings.addAll(tables.findings());
        return FilteredCopy.oneRoster(tables);
    }

    private static FilteredCopy list(Table table, Optional<RosterMapping> mapping, List<RosterFinding> findings) {
        findings.addAll(PlainList.check(table, mapping.orElseThrow()));
        return FilteredCopy.list(table, mapping.orElseThrow());
    }

    private static Opened asks(Table table) {
        var columns = table.header().stream()
                .filter(column -> !column.isEmpty() && !RosterColumns.isSensitive(column))
                .toList();
        var findings = new ArrayList<>(table.findings());
        table.header().stream()
                .filter(RosterColumns::isSensitive)
                .forEach(column -> findings.add(new RosterFinding(Kind.COLUMN_SENSITIVE, table.name(), column)));
        return new Opened.Asks(FilteredCopy.list(table, columns), columns, findings);
    }

    Roster roster() {
        return roster;
    }

    /** Which of its columns is which; empty for OneRoster. */
    public Optional<RosterMapping> mapping() {
        return mapping;
    }

    /** The wanted columns, and nothing else; to be closed. */
    public InputStream packed() {
        return copy.packed();
    }

    @Override
    public void close() {
        copy.close();
    }
}
