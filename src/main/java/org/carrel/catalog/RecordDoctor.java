package org.carrel.catalog;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.carrel.catalog.doctor.Examination;
import org.carrel.catalog.marc.SingleRecord;
import org.carrel.catalog.store.ImportHistoryStore.Rejected;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/**
 * Looks into records that an import could not take in. Writes nothing: a repaired record is bytes, {@link
 * Repair#bytes}, to be downloaded or handed to {@link MarcImports}.
 */
@Door
public class RecordDoctor {
    private final ImportHistory history;

    @Inject
    public RecordDoctor(Database database, Clock clock) {
        this.history = new ImportHistory(database, clock);
    }

    /**
     * Empty when there is no such record or its bytes were not kept.
     *
     * @param record its number in the file
     */
    public Optional<DamagedRecord> examine(long importNumber, int record) {
        var original = history.original(importNumber, record);
        if (original.isEmpty()) return Optional.empty();
        var bytes = original.get();
        var format = SingleRecord.formatOf(bytes);
        return history.line(importNumber, record)
                .map(line -> new DamagedRecord(
                        importNumber,
                        line,
                        bytes,
                        DamagedRecord.Format.valueOf(format.name()),
                        Examination.of(bytes, format)));
    }

    /** The record mended this way; empty when there is no such record, or it cannot be mended so. */
    public Optional<Repair> repaired(long importNumber, int record, Repair.Kind kind) {
        return examine(importNumber, record).flatMap(found -> found.repair(kind));
    }

    static RejectedRecord rejected(Rejected original) {
        var format = SingleRecord.formatOf(original.bytes());
        return new RejectedRecord(original.number(), DamagedRecord.Format.valueOf(format.name()), original.bytes());
    }
}
