package org.carrel.catalog.imports;

import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportReport;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.PlanWatch;
import org.carrel.catalog.Site;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.platform.Database;

/** One file as it would go into the catalog: read and planned chunk by chunk, in bounded memory; nothing is written. */
public final class ImportRehearsal {
    private final Database database;
    private final ImportRequest request;
    private final IntConsumer progress;
    private final Clock clock;
    private final int thisYear;
    private final ReportBuilder report = new ReportBuilder();

    /** {@code progress} hears how many records are done, after each chunk. */
    public ImportRehearsal(Database database, Clock clock, ImportRequest request, IntConsumer progress) {
        this.database = database;
        this.request = request;
        this.progress = progress;
        this.clock = clock;
        this.thisYear = Year.now(clock).getValue();
    }

    public ImportReport run() {
        var known = database.read(connection -> new PlaceStore().findSite(connection, request.siteCode()));
        var nobody = new PlannedTitles(PlanWatch.Watching.IDLE, clock);
        var rehearsal = new Rehearsal(known.orElseGet(this::siteToBe), request.settings(), thisYear, nobody);
        var refused = read(rehearsal).or(report::refusedForContent).map(Words::of);
        var name = String.valueOf(request.file().getFileName());
        return report.build(0, name, request.siteCode(), false, known.isEmpty(), refused);
    }

    private Site siteToBe() {
        return new Site(0, request.siteCode(), request.siteCode());
    }

    private Optional<Finding> read(Rehearsal rehearsal) {
        try (var chunks = ChunkReader.open(request.file(), request.settings(), thisYear)) {
            for (var chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) plan(rehearsal, chunk.get());
            return Optional.empty();
        } catch (MarcFileRefused refused) {
            return Optional.of(refused.finding());
        }
    }

    private void plan(Rehearsal rehearsal, List<Taken> chunk) {
        var open = chunk;
        while (!open.isEmpty()) {
            var now = open;
            var lines = database.read(connection -> rehearsal.plan(connection, now));
            lines.forEach(report::add);
            open = open.subList(lines.size(), open.size());
            progress.accept(report.records());
        }
    }
}
