package org.carrel.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFormat;
import org.carrel.catalog.marc.RecordType;
import org.carrel.catalog.marc.SingleRecord;
import org.carrel.catalog.marc.TextEncoding;

/** Records that came over the network, read by the same careful readers as files; what is no title to add is left out. */
public final class ForeignRecords {
    private ForeignRecords() {}

    /** In which encoding a server sends ISO 2709. */
    public enum Encoding {
        /** The one that the bytes of each record speak for. */
        AS_FOUND(Optional.empty()),
        UTF_8(Optional.of(TextEncoding.UTF_8)),
        MARC_8(Optional.of(TextEncoding.MARC_8)),
        LATIN_1(Optional.of(TextEncoding.ISO_8859_1));

        private final Optional<TextEncoding> encoding;

        Encoding(Optional<TextEncoding> encoding) {
            this.encoding = encoding;
        }
    }

    /** All MARCXML records of a document, whatever stands around them. */
    public static List<MarcRecord> xml(byte[] document) {
        return titles(SingleRecord.read(document, MarcFormat.MARCXML));
    }

    /** One record in ISO 2709. */
    public static List<MarcRecord> marc21(byte[] record, Encoding encoding) {
        return titles(List.of(encoding.encoding
                .map(known -> SingleRecord.readAs(record, known))
                .orElseGet(() -> SingleRecord.readAsFound(record))));
    }

    private static List<MarcRecord> titles(List<MarcEntry> entries) {
        var records = new ArrayList<MarcRecord>();
        for (var entry : entries)
            if (entry instanceof MarcEntry.Read read && read.type() == RecordType.BIBLIOGRAPHIC)
                records.add(read.record());
        return List.copyOf(records);
    }
}
