package org.carrel.catalog.imports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.catalog.ImportLine;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.ImportStatus;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportLineStore;
import org.carrel.catalog.store.ImportLineStore.Line;
import org.carrel.catalog.store.Remarks;
import org.carrel.platform.Database;
import org.jspecify.annotations.Nullable;

/** Imports and their lines as people look at them: page by page. */
public final class ImportViews {
    private final Database database;
    private final ImportJobStore jobs = new ImportJobStore();

    public ImportViews(Database database) {
        this.database = database;
    }

    public Optional<ImportStatus> status(long number) {
        return database.read(connection -> {
            var job = jobs.find(connection, number).orElse(null);
            if (job == null) return Optional.empty();
            return Optional.of(new ImportStatus(
                    job.id(),
                    job.fileName(),
                    job.fileBytes(),
                    job.siteCode(),
                    ImportStatus.State.valueOf(job.state().name()),
                    optional(job.records()),
                    ImportLineStore.LOG.last(connection, number),
                    ImportLineStore.PLAN.count(connection, number),
                    Optional.ofNullable(job.refused()),
                    Remarks.refusal(job.why(), job.refused()),
                    job.acceptsDeletions()));
        });
    }

    public Optional<ImportSettings> settings(long number) {
        return database.read(connection -> jobs.find(connection, number)).map(job -> SettingsJson.read(job.settings()));
    }

    /** Lines of the plan while the import waits, of the log afterwards. */
    public List<ImportLine> lines(long number, Optional<Outcome> outcome, int after, int limit) {
        return database.read(connection -> {
            var store = ImportLineStore.PLAN.last(connection, number) > 0 ? ImportLineStore.PLAN : ImportLineStore.LOG;
            var lines = outcome.isPresent()
                    ? store.find(connection, number, outcome.get(), after, limit)
                    : store.find(connection, number, after, limit);
            return lines.stream().map(ImportViews::line).toList();
        });
    }

    /** A stored line as people see it. */
    public static ImportLine line(Line line) {
        var copies = line.copies();
        var remarks = Remarks.read(line.remarks(), line.reason());
        return new ImportLine(
                line.at(),
                line.controlNumber(),
                line.title(),
                line.outcome(),
                Optional.ofNullable(line.bibId()),
                line.reason(),
                line.problem(),
                remarks.why(),
                new ImportLine.Copies(
                        copies.added(), copies.updated(), copies.same(), copies.withoutBarcode(), copies.rejected()),
                Optional.ofNullable(line.match())
                        .map(by -> new ImportLine.Match(
                                by.key(), by.value(), by.score(), Optional.ofNullable(by.bibId()))),
                optional(line.metLine()),
                remarks.loaded(),
                remarks.copiesLeftOut());
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
