package org.carrel.patrons.rosters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.RosterColumnsQuestion;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.rules.RosterColumns;

/** A roster that was read: it can be compared, and what waits of it is filtered. */
public final class RosterFile {
    private static final int SAMPLE = 3;

    private final Roster roster;
    private final byte[] copy;
    private final Optional<RosterMapping> mapping;

    private RosterFile(Roster roster, byte[] copy, Optional<RosterMapping> mapping) {
        this.roster = roster;
        this.copy = copy;
        this.mapping = mapping;
    }

    /** What came of opening a file. */
    public sealed interface Opened {
        /** It was read. */
        record Ready(RosterFile file, List<RosterFinding> findings) implements Opened {}

        /** A plain list whose columns nobody has told yet. */
        record Asks(byte[] copy, List<String> columns, List<RosterFinding> findings) implements Opened {}

        /** It cannot be taken. */
        record Refused(RosterFinding finding) implements Opened {}
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

    /** A list of which it is told now which column is which. */
    public static Opened map(byte[] copy, RosterMapping mapping) {
        try {
            return ready(FilteredCopy.open(copy), Optional.of(mapping));
        } catch (RosterUnreadable refused) {
            return new Opened.Refused(refused.finding());
        }
    }

    /** What waited, to be compared anew. */
    public static RosterFile reopen(byte[] copy, Optional<RosterMapping> mapping) {
        return new RosterFile(FilteredCopy.open(copy).read(mapping), copy, mapping);
    }

    /** What is to be asked about a list that waits. @param remembered what the source had last */
    public static RosterColumnsQuestion question(byte[] copy, Optional<RosterMapping> remembered) {
        var table = FilteredCopy.open(copy).table();
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

    private static Opened ready(RosterReader reader, Optional<RosterMapping> mapping) {
        var roster = reader.read(mapping);
        return new Opened.Ready(new RosterFile(roster, FilteredCopy.of(reader, mapping), mapping), roster.findings());
    }

    private static Opened asks(Table table) {
        var columns = table.header().stream()
                .filter(column -> !column.isEmpty() && !RosterColumns.isSensitive(column))
                .toList();
        var findings = new ArrayList<>(table.findings());
        table.header().stream()
                .filter(RosterColumns::isSensitive)
                .forEach(column -> findings.add(new RosterFinding(Kind.COLUMN_SENSITIVE, table.name(), column)));
        return new Opened.Asks(FilteredCopy.of(table, columns), columns, findings);
    }

    Roster roster() {
        return roster;
    }

    /** Which of its columns is which; empty for OneRoster. */
    public Optional<RosterMapping> mapping() {
        return mapping;
    }

    /** The wanted columns, and nothing else. */
    public byte[] copy() {
        return copy.clone();
    }
}
