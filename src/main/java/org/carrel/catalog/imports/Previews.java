package org.carrel.catalog.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordPreview;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.OriginalRecord;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.catalog.marc.RecordType;
import org.carrel.catalog.rules.HouseRules;
import org.carrel.catalog.rules.RecordDifferences;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportProfileStore;
import org.carrel.platform.Database;

/** Shows on a few records what settings would do, and does nothing. */
public final class Previews {
    private static final int RECORDS = 3;

    private final Database database;
    private final ImportJobStore jobs = new ImportJobStore();

    public Previews(Database database) {
        this.database = database;
    }

    public List<RecordPreview> ofFile(ImportSettings settings, Path file) {
        var records = first(file);
        if (records.isEmpty()) return List.of();
        var reading = Reading.of(file, settings);
        return records.stream().map(record -> preview(reading, record)).toList();
    }

    /** As long as the file is there, from it; else from the bytes that are kept of each title. */
    public List<RecordPreview> ofImport(ImportSettings settings, long jobId) {
        var waits = database.read(connection -> jobs.findPiece(connection, jobId, 0))
                .isPresent();
        if (!waits) return ofOriginals(settings, jobId);
        var file = new StagedFiles(database).spool(jobId);
        try {
            return ofFile(settings, file);
        } finally {
            StagedFiles.delete(file);
        }
    }

    private static List<MarcRecord> first(Path file) {
        var records = new ArrayList<MarcRecord>();
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                if (entry.get() instanceof MarcEntry.Read read && read.type() == RecordType.BIBLIOGRAPHIC) {
                    records.add(read.record());
                }
                if (records.size() == RECORDS) break;
            }
        } catch (MarcFileRefused refused) {
            return records; // what came before it can be shown
        }
        return records;
    }

    private List<RecordPreview> ofOriginals(ImportSettings settings, long jobId) {
        var job = database.read(connection -> jobs.find(connection, jobId));
        if (job.isEmpty()) return List.of();
        var then = SettingsJson.read(job.get().settings());
        var records =
                database.read(connection -> new ImportProfileStore().findOriginals(connection, jobId, RECORDS)).stream()
                        .map(kept -> OriginalRecord.read(
                                kept.bytes(),
                                kept.format(),
                                kept.encoding(),
                                record -> Arrays.equals(kept.hash(), IncomingHash.of(record, then))))
                        .flatMap(Optional::stream)
                        .map(MarcEntry.Read::record)
                        .toList();
        var reading = Reading.of(records, settings);
        return records.stream().map(record -> preview(reading, record)).toList();
    }

    private static RecordPreview preview(Reading reading, MarcRecord record) {
        var rules = reading.settings().rules();
        var fields = new ArrayList<RecordPreview.Field>();
        var now = record;
        for (var i = 0; i < rules.size(); i++) {
            var after = HouseRules.record(rules.get(i), now);
            for (var change : RecordDifferences.of(now, after)) fields.add(new RecordPreview.Field(i, change));
            now = after;
        }
        var source = HouseRules.forCopies(rules, record);
        var copies = reading.stated(source).stream()
                .map(copy -> copy(reading, source, copy))
                .toList();
        var title = record.data("245")
                .findFirst()
                .flatMap(field -> field.first('a'))
                .orElse("");
        return new RecordPreview(title, record, now, fields, copies);
    }

    private static RecordPreview.Copy copy(Reading reading, MarcRecord source, CopyStatement stated) {
        var rules = reading.settings().rules();
        var changedBy = new ArrayList<Integer>();
        var now = stated;
        for (var i = 0; i < rules.size(); i++) {
            var after = HouseRules.copy(rules.get(i), source, now);
            if (!after.equals(now)) changedBy.add(i);
            now = after;
        }
        return new RecordPreview.Copy(stated, now, changedBy);
    }
}
