package org.carrel.catalog.imports;

import java.util.List;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.Finding;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.KeyHashes;
import org.carrel.catalog.rules.RecordFindings;
import org.carrel.catalog.rules.RecordMapping;

/**
 * A bibliographic record of a file, ready to be matched.
 *
 * @param entry its bytes as they came, its record as the house rules make it
 * @param json its normal form
 * @param hash SHA-256 of {@code json} and of what the settings change in its copies
 * @param keys hashes of what it may be recognised by
 */
@SuppressWarnings("ArrayRecordComponent") // on its way through, never compared
record Incoming(
        MarcEntry.Read entry,
        BibRecord bib,
        String json,
        byte[] hash,
        List<Long> keys,
        List<CopyStatement> copies,
        List<Finding> findings) {

    static Incoming of(MarcEntry.Read entry, Reading reading, int thisYear) {
        var record = reading.record(entry.record());
        var bib = RecordMapping.matchFacts(record, thisYear);
        var json = MarcJson.write(record);
        return new Incoming(
                ruled(entry, record),
                bib,
                json,
                KeyHashes.sha256(json + reading.aboutCopies()),
                KeyHashes.of(bib),
                reading.copies(entry.record()),
                RecordFindings.of(record));
    }

    private static MarcEntry.Read ruled(MarcEntry.Read entry, MarcRecord record) {
        return new MarcEntry.Read(
                entry.at(), entry.original(), entry.format(), entry.encoding(), record, entry.type(), entry.findings());
    }
}
