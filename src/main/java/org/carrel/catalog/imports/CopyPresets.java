package org.carrel.catalog.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.catalog.marc.RecordType;
import org.carrel.catalog.rules.CopyPreset;

/** Finds out from a file's first records in which field it states its copies. */
final class CopyPresets {
    private static final int LOOK_AT = 200;

    private CopyPresets() {}

    /** Empty when no record at the head of the file has a copy, or the file is refused: the import will say so. */
    static Optional<CopyPreset> of(Path file) {
        var head = new ArrayList<MarcRecord>();
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            for (var entry = reader.next(); entry.isPresent() && head.size() < LOOK_AT; entry = reader.next()) {
                if (entry.get() instanceof MarcEntry.Read read && read.type() == RecordType.BIBLIOGRAPHIC) {
                    head.add(read.record());
                }
            }
        } catch (MarcFileRefused refused) {
            return Optional.empty();
        }
        return CopyPreset.detectForFile(head);
    }
}
