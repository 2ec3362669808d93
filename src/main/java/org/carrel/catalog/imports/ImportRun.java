package org.carrel.catalog.imports;

import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportReport;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.Site;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.catalog.rules.CopyPreset;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportJobStore.Line;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.platform.Database;
import org.jspecify.annotations.Nullable;

/** One file on its way into the catalog: read record by record, written chunk by chunk, in bounded memory. */
public final class ImportRun {
    /** Records of one transaction, and the size of their bytes at which it closes earlier. */
    private static final int CHUNK_RECORDS = 500;

    private static final int CHUNK_BYTES = 8 << 20;

    private final Database database;
    private final ImportRequest request;
    private final IntConsumer progress;
    private final int thisYear;
    private final ReportBuilder report = new ReportBuilder();
    private final ImportJobStore jobs = new ImportJobStore();
    private final List<Incoming> chunk = new ArrayList<>();
    private final Set<Long> chunkKeys = new HashSet<>();
    private Optional<CopyPreset> preset = Optional.empty();
    private int chunkBytes;
    private boolean newSite;
    private long jobId;
    private @Nullable ChunkWriter writer;
    private @Nullable Rehearsal rehearsal;

    /** {@code progress} hears how many records are done, after each chunk. */
    public ImportRun(Database database, Clock clock, ImportRequest request, IntConsumer progress) {
        this.database = database;
        this.request = request;
        this.progress = progress;
        this.thisYear = Year.now(clock).getValue();
    }

    /** Reads the whole file. A refusal in the middle leaves what was committed before it, and says so. */
    public ImportReport run() {
        try (var reader = MarcFileReader.open(request.file(), ReadLimits.defaults())) {
            preset = CopyPresets.of(request.file());
            begin();
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) take(entry.get());
            flush();
            return finish(noTitles());
        } catch (MarcFileRefused refused) {
            flush();
            return finish(Optional.of(Words.of(refused.finding())));
        }
    }

    private void begin() {
        var site = site();
        if (request.commit()) {
            var name = String.valueOf(request.file().getFileName());
            var bytes = request.file().toFile().length();
            jobId = database.transaction(connection -> jobs.add(connection, site.id(), Texts.cut(name, 500), bytes));
            writer = new ChunkWriter(site, jobId, thisYear);
        } else {
            rehearsal = new Rehearsal(site, thisYear);
        }
    }

    private Site site() {
        var places = new PlaceStore();
        var code = request.siteCode();
        var known = database.read(connection -> places.findSite(connection, code));
        if (known.isPresent()) return known.get();
        newSite = true;
        if (!request.commit()) return new Site(0, code, code);
        return database.transaction(connection -> {
            places.addSite(connection, code, code);
            return places.findSite(connection, code).orElseThrow();
        });
    }

    private void take(MarcEntry entry) {
        switch (entry) {
            case MarcEntry.Read read -> {
                switch (read.type()) {
                    case BIBLIOGRAPHIC -> add(Incoming.of(read, preset, thisYear));
                    case DELETED -> aside(read, Outcome.DELETION, ImportProblem.DELETION_ASKED, "");
                    case AUTHORITY -> aside(read, Outcome.AUTHORITY, ImportProblem.NOT_A_TITLE, "an authority record");
                    case HOLDINGS -> aside(read, Outcome.HOLDINGS, ImportProblem.NOT_A_TITLE, "a holdings record");
                    case UNIMARC -> aside(read, Outcome.OTHER, ImportProblem.NOT_A_TITLE, "a UNIMARC record");
                    case CLASSIFICATION ->
                        aside(read, Outcome.OTHER, ImportProblem.NOT_A_TITLE, "a classification record");
                    case COMMUNITY_INFORMATION ->
                        aside(read, Outcome.OTHER, ImportProblem.NOT_A_TITLE, "a community information record");
                }
            }
            case MarcEntry.Rejected rejected -> {
                var why = new Finding(rejected.reason(), "", rejected.detail());
                report.add(rejected.at(), Outcome.REJECTED, rejected.controlNumber(), why);
                line(new Line(
                        rejected.at(),
                        Texts.cut(rejected.controlNumber(), 190),
                        Outcome.REJECTED,
                        null,
                        Texts.cut(Words.of(why), 2000),
                        rejected.original()));
            }
        }
    }

    private void aside(MarcEntry.Read read, Outcome outcome, ImportProblem problem, String kind) {
        var number = read.record().control("001").orElse("").strip();
        var why = new Finding(problem, "", kind);
        report.add(read.at(), outcome, number, why);
        line(new Line(read.at(), Texts.cut(number, 190), outcome, null, Words.of(why), read.original()));
    }

    private void line(Line line) {
        if (request.commit()) {
            database.transaction(connection -> {
                jobs.addLines(connection, jobId, List.of(line));
                return line;
            });
        }
    }

    private void add(Incoming incoming) {
        var meetsChunk = incoming.keys().stream().anyMatch(chunkKeys::contains);
        if (meetsChunk || chunk.size() >= CHUNK_RECORDS || chunkBytes >= CHUNK_BYTES) flush();
        chunk.add(incoming);
        chunkKeys.addAll(incoming.keys());
        chunkBytes += incoming.entry().original().length;
    }

    private void flush() {
        while (!chunk.isEmpty()) {
            var open = List.copyOf(chunk);
            var results = write(open);
            results.forEach(report::add);
            chunk.subList(0, results.size()).clear();
            progress.accept(report.records());
        }
        chunkKeys.clear();
        chunkBytes = 0;
    }

    private List<Result> write(List<Incoming> open) {
        if (writer != null) {
            var committing = writer;
            return database.transaction(connection -> committing.write(connection, open));
        }
        if (rehearsal == null) throw new IllegalStateException("Records before the start");
        var planning = rehearsal;
        return database.read(connection -> planning.plan(connection, open));
    }

    private Optional<String> noTitles() {
        return report.titles() == 0 ? Optional.of(report.whatInstead()) : Optional.empty();
    }

    private ImportReport finish(Optional<String> refused) {
        if (jobId != 0) {
            database.transaction(connection -> {
                jobs.finish(
                        connection,
                        jobId,
                        refused.map(text -> Texts.cut(text, 1000)).orElse(null));
                return jobId;
            });
        }
        var name = String.valueOf(request.file().getFileName());
        return report.build(name, request.siteCode(), request.commit(), newSite, refused);
    }
}
