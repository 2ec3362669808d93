package org.carrel.catalog.store;

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
        @Nullable Long importJobId) {}
