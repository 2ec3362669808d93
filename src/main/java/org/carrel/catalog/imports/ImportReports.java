package org.carrel.catalog.imports;

import java.util.Optional;
import org.carrel.catalog.ImportReport;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportLineStore;
import org.carrel.platform.Database;

/** Reports of imports that were committed, from their log: the same after a crash, and after years. */
public final class ImportReports {
    private static final int PAGE = 1000;

    private final Database database;
    private final ImportJobStore jobs = new ImportJobStore();

    public ImportReports(Database database) {
        this.database = database;
    }

    public Optional<ImportReport> find(long jobId) {
        var known = database.read(connection -> jobs.find(connection, jobId));
        return known.map(job -> of(job.id(), false));
    }

    /** @param newSite whether the import made its site, which the log does not know */
    ImportReport of(long jobId, boolean newSite) {
        var job = database.read(connection -> jobs.find(connection, jobId)).orElseThrow();
        var refused = Optional.ofNullable(job.refused());
        return builder(jobId).build(jobId, job.fileName(), job.siteCode(), true, newSite, refused);
    }

    ReportBuilder builder(long jobId) {
        return builder(ImportLineStore.LOG, jobId);
    }

    ReportBuilder builder(ImportLineStore store, long jobId) {
        var report = new ReportBuilder();
        for (var after = 0; ; ) {
            var last = after;
            var lines = database.read(connection -> store.find(connection, jobId, last, PAGE));
            if (lines.isEmpty()) return report;
            lines.forEach(report::add);
            after = lines.getLast().at().number();
        }
    }
}
