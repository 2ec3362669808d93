package org.carrel.catalog.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carrel.catalog.FieldChange;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.ThreeWayChange;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.catalog.rules.HouseRules;
import org.carrel.catalog.rules.RecordDifferences;
import org.carrel.catalog.rules.RecordMerge;
import org.carrel.catalog.rules.ThreeWay;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportLineStore;
import org.carrel.catalog.store.UndoStore;
import org.carrel.catalog.store.UndoStore.State;
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

    private Optional<List<FieldChange>> done(long jobId, long bibId) {
        return states(jobId, bibId)
                .flatMap(states -> states.before().map(before -> RecordDifferences.of(before, states.imported())));
    }

    /** What was done since to what the import wrote; empty when nothing was, or all of it was taken back. */
    public List<ThreeWayChange> threeWay(long jobId, long bibId) {
        return states(jobId, bibId)
                .filter(states -> !states.now().equals(states.imported()))
                .filter(states -> !states.before().equals(Optional.of(states.now())))
                .map(states -> ThreeWay.of(states.before(), states.imported(), states.now()))
                .orElse(List.of());
    }

    /** The state before the import's first version of the record, its last version, and the present state. */
    private record States(Optional<MarcRecord> before, MarcRecord imported, MarcRecord now) {}

    /** Empty when the import never wrote the record, or it is not there any more. */
    private Optional<States> states(long jobId, long bibId) {
        var all = database.read(connection -> versions.findStates(connection, bibId));
        var ours = IntStream.range(0, all.size())
                .filter(i -> all.get(i).importJobId().equals(Optional.of(jobId)))
                .toArray();
        if (ours.length == 0) return Optional.empty();
        var first = ours[0];
        return Optional.of(new States(
                first == 0 ? Optional.empty() : Optional.of(record(all.get(first - 1))),
                record(all.get(ours[ours.length - 1])),
                record(all.getLast())));
    }

    private static MarcRecord record(State state) {
        return MarcJson.read(state.marc());
    }
}
