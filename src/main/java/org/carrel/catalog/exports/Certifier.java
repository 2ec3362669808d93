package org.carrel.catalog.exports;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.carrel.catalog.ExportCertificate;
import org.carrel.catalog.ExportRequest.Format;
import org.carrel.catalog.ExportRequest.Which;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordChanges;
import org.carrel.catalog.RecordChanges.Change;
import org.carrel.catalog.RecordChanges.Reason;
import org.carrel.catalog.imports.IncomingHash;
import org.carrel.catalog.imports.SettingsJson;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.marc.OriginalRecord;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.catalog.store.ExportStore;
import org.carrel.catalog.store.ExportStore.Kept;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ShelfCopy;
import org.jspecify.annotations.Nullable;

/** Reads written files back and compares each record with the bytes in which it once came. */
final class Certifier {
    /** Records with their bytes are in memory together. */
    private static final int PAGE = 100;

    /** Our own file: as large as it is. */
    private static final ReadLimits LIMITS = new ReadLimits(Long.MAX_VALUE, 1, 200, 64 << 20, Integer.MAX_VALUE);

    private final Connection connection;
    private final Consumer<RecordChanges> told;
    private final ExportStore store = new ExportStore();
    private final ImportJobStore jobs = new ImportJobStore();
    private final Map<Long, ImportSettings> settings = new HashMap<>();
    private long records;
    private long unchanged;
    private long changed;
    private long errors;

    Certifier(Connection connection, Consumer<RecordChanges> told) {
        this.connection = connection;
        this.told = told;
    }

    ExportCertificate certificate() {
        return new ExportCertificate(records, unchanged, changed, errors);
    }

    /** @param ids of the records in the file, in their order */
    void compare(Path file, RecordIds ids, RecordForm form, boolean aside) throws SQLException, IOException {
        if (ids.isEmpty()) return;
        try (var reader = MarcFileReader.open(file, LIMITS)) {
            var pages = new Pages(connection, new Which.Listed(ids.iterator()), PAGE);
            for (var page = pages.next(); !page.isEmpty(); page = pages.next()) compare(reader, page, form, aside);
            if (reader.next().isPresent()) throw new IOException(file + " holds more records than were written");
        } catch (MarcFileRefused e) {
            throw new IOException(file + " cannot be read back: " + e.problem(), e);
        }
    }

    private void compare(MarcFileReader reader, List<Long> ids, RecordForm form, boolean aside)
            throws SQLException, MarcFileRefused {
        var rows = store.findKept(connection, ids);
        Map<Long, List<ShelfCopy>> copies = form.needsCopies() ? store.findCopies(connection, ids) : Map.of();
        for (var id : ids) {
            var row = rows.get(id);
            if (row == null) throw new IllegalStateException("Record " + id + " left the snapshot");
            var changes = new ArrayList<Change>();
            if (aside) changes.add(new Change(Reason.SET_ASIDE, "", "", "", ""));
            changes.addAll(changes(row, copies.getOrDefault(id, List.of()), form, record(reader.next())));
            count(row, changes);
        }
    }

    private static Optional<MarcRecord> record(Optional<MarcEntry> entry) {
        return entry.filter(MarcEntry.Read.class::isInstance).map(read -> ((MarcEntry.Read) read).record());
    }

    private List<Change> changes(Kept row, List<ShelfCopy> copies, RecordForm form, Optional<MarcRecord> readBack)
            throws SQLException {
        var kept = MarcJson.read(row.marc());
        var by = settings(row.broughtBy());
        var imported = OriginalRecord.read(
                row.original(),
                row.format(),
                row.encoding(),
                record -> MessageDigest.isEqual(IncomingHash.of(record, by), row.incomingHash()));
        if (imported.isEmpty()) return List.of(new Change(Reason.ORIGINAL_UNREADABLE, "", "", "", ""));
        List<String> earlier = row.version() == 1 ? List.of() : store.findEarlier(connection, row.id());
        var certification = new Certification(
                imported.get(),
                kept,
                earlier.stream().map(MarcJson::read).toList(),
                row.edited(),
                form.apply(kept, copies),
                CopyFields.tags(kept, form.copies()),
                form.format() == Format.ISO2709_MARC8,
                by);
        return certification.changes(readBack);
    }

    /** Those of the import that brought the bytes: by them they became the record. */
    private ImportSettings settings(@Nullable Long jobId) throws SQLException {
        if (jobId == null) return ImportSettings.DEFAULT;
        var known = settings.get(jobId);
        if (known != null) return known;
        var json =
                jobs.find(connection, jobId).map(ImportJobStore.Job::settings).orElse(null);
        var read = SettingsJson.read(json);
        settings.put(jobId, read);
        return read;
    }

    private void count(Kept row, List<Change> changes) {
        records++;
        if (changes.isEmpty()) {
            unchanged++;
            return;
        }
        var one = new RecordChanges(row.id(), title(MarcJson.read(row.marc())), changes);
        if (one.deliberate()) changed++;
        else errors++;
        told.accept(one);
    }

    static String title(MarcRecord record) {
        return record.data("245").findFirst().flatMap(field -> field.first('a')).orElse("");
    }
}
