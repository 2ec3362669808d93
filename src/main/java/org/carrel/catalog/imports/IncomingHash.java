package org.carrel.catalog.imports;

import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.HouseRules;
import org.carrel.catalog.rules.KeyHashes;

/** By what a record that comes again is known to be just the same. */
public final class IncomingHash {
    private IncomingHash() {}

    /** SHA-256 of a record as it was read, when it is imported by these settings. */
    public static byte[] of(MarcRecord read, ImportSettings settings) {
        var record = HouseRules.record(settings.rules(), read);
        return KeyHashes.sha256(MarcJson.write(record) + SettingsJson.aboutCopies(settings));
    }
}
