package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carrel.catalog.Finding;
import org.carrel.catalog.PastImport;
import org.carrel.catalog.ReportCard;
import org.carrel.catalog.store.ImportHistoryStore;
import org.carrel.catalog.store.ReportCardStore;
import org.carrel.platform.Database;

/** What the newest files of a vendor were like. */
public final class ReportCards {
    private static final int MOST_FILES = 25;
    private static final int MOST_REPAIRS = 25;

    private final Database database;
    private final ReportCardStore store = new ReportCardStore();

    public ReportCards(Database database) {
        this.database = database;
    }

    /** A problem as the log knows it. */
    private record Named(String name, String bundle) implements Finding.Problem {}

    public ReportCard of(long profileId) {
        return database.read(connection -> of(connection, profileId));
    }

    private ReportCard of(Connection connection, long profileId) throws SQLException {
        var imports = new ImportHistoryStore().findOfProfile(connection, profileId, MOST_FILES);
        var numbers = imports.stream().map(PastImport::number).toList();
        var copies = store.findCopies(connection, numbers);
        var repairs = store.countRepairs(connection, numbers);
        var files = imports.stream()
                .map(past -> new ReportCard.File(
                        past,
                        copies.getOrDefault(past.number(), ReportCard.Copies.NONE),
                        repairs.getOrDefault(past.number(), 0)))
                .toList();
        return new ReportCard(files, repaired(connection, numbers));
    }

    private List<ReportCard.Repaired> repaired(Connection connection, List<Long> numbers) throws SQLException {
        return store.findRepairs(connection, numbers, MOST_REPAIRS).stream()
                .map(row -> new ReportCard.Repaired(
                        new Finding(new Named(row.problem(), row.bundle()), row.place(), "…"), row.count()))
                .toList();
    }
}
