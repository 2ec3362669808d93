package org.carrel.catalog.store;

import org.carrel.catalog.BibRecord;
import org.carrel.catalog.rules.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A row of bib_record to be written.
 *
 * @param source 003, cut to 64 characters; {@code controlNumber} 001, cut to 190; {@code title} cut to 500
 * @param marc MARC-in-JSON
 * @param original the bytes of the record in the file it came from
 * @param incomingHash SHA-256 over the incoming record in normal form
 */
@SuppressWarnings("ArrayRecordComponent") // a row on its way through, never compared
public record StoredBib(
        long id,
        String source,
        String controlNumber,
        String title,
        int version,
        String marc,
        byte[] original,
        String format,
        String encoding,
        byte[] incomingHash,
        @Nullable Long importJobId) {
    /** The text of {@code text} described by what {@code bib} found in it. */
    public static StoredBib of(long id, BibRecord bib, StoredBib text) {
        return new StoredBib(
                id,
                Texts.cut(bib.identifiers().source(), 64),
                Texts.cut(bib.identifiers().controlNumber(), 190),
                Texts.cut(bib.titles().main(), 500),
                1,
                text.marc(),
                text.original(),
                text.format(),
                text.encoding(),
                text.incomingHash(),
                text.importJobId());
    }

    /** The same in other words, which a person wrote and no import. */
    public StoredBib edited(String newMarc) {
        return new StoredBib(
                id, source, controlNumber, title, version, newMarc, original, format, encoding, incomingHash, null);
    }

    /** The same in another version. */
    public StoredBib as(int newVersion) {
        return new StoredBib(
                id,
                source,
                controlNumber,
                title,
                newVersion,
                marc,
                original,
                format,
                encoding,
                incomingHash,
                importJobId);
    }
}
