package org.carrel.catalog.imports;

import java.util.List;
import java.util.Optional;
import org.carrel.catalog.FieldChange;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.catalog.rules.HouseRules;
import org.carrel.catalog.rules.RecordDifferences;
import org.carrel.catalog.rules.RecordMerge;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportLineStore;
import org.carrel.catalog.store.UndoStore;
import org.carrel.platform.Database;

/** What an import changes, or changed, in a record that the catalog had before: field by field. */
public final class ImportDifferences {
    private final Database database;
    private final BibStore bibs = new BibStore();
    private final ImportJobStore jobs = new ImportJobStore();
    private final UndoStore versions = new UndoStore();

    public ImportDifferences(Database database) {
        this.database = database;
    }

    /** Empty when the record meets none of the catalog. A plan reads its file up to the record: seconds for a large one. */
    public Optional<List<FieldChange>> of(long jobId, int number) {
        var planned = bibId(ImportLineStore.PLAN, jobId, number);
        if (planned.isPresent()) {
            var before = database.read(connection -> bibs.findMarc(connection, List.of(planned.get())))
                    .get(planned.get());
            return before == null
                    ? Optional.empty()
                    : incoming(jobId, number).map(record -> planned(jobId, MarcJson.read(before), record));
        }
        return bibId(ImportLineStore.LOG, jobId, number).flatMap(bibId -> done(jobId, bibId));
    }

    private List<FieldChange> planned(long jobId, MarcRecord before, MarcRecord read) {
        var job = database.read(connection -> jobs.find(connection, jobId)).orElseThrow();
        var settings = SettingsJson.read(job.settings());
        var incoming = HouseRules.record(settings.rules(), read);
        return RecordDifferences.of(before, RecordMerge.overlay(before, incoming, settings.overlay()));
    }

    private Optional<Long> bibId(ImportLineStore store, long jobId, int number) {
        return database.read(connection -> store.find(connection, jobId, number - 1, 1)).stream()
                .filter(line -> line.at().number() == number)
                .flatMap(line -> Optional.ofNullable(line.bibId()).stream())
                .findFirst();
    }

    private Optional<MarcRecord> incoming(long jobId, int number) {
        var file = new StagedFiles(database).spool(jobId);
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                if (entry.get().at().number() != number) continue;
                return entry.get() instanceof MarcEntry.Read read ? Optional.of(read.record()) : Optional.empty();
            }
            return Optional.empty();
        } catch (MarcFileRefused refused) {
            return Optional.empty();
        } finally {
            StagedFiles.delete(file);
        }
    }

    /** The state before the import's first version of the record, and its last. */
    private Optional<List<FieldChange>> done(long jobId, long bibId) {
        var states = database.read(connection -> versions.findStates(connection, bibId));
        var first = -1;
        var last = -1;
        for (var i = 0; i < states.size(); i++) {
            if (!states.get(i).importJobId().equals(Optional.of(jobId))) continue;
            if (first < 0) first = i;
            last = i;
        }
        if (first < 1) return Optional.empty();
        return Optional.of(RecordDifferences.of(
                MarcJson.read(states.get(first - 1).marc()),
                MarcJson.read(states.get(last).marc())));
    }
}
