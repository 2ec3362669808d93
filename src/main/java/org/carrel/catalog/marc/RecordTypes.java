package org.carrel.catalog.marc;

import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** Tells titles from the other records that travel in MARC files. */
final class RecordTypes {
    private static final int UNIMARC_100_DATE = 8;

    private RecordTypes() {}

    static RecordType of(MarcRecord record) {
        if (isUnimarc(record)) return RecordType.UNIMARC;
        if (record.leaderAt(5) == 'd') return RecordType.DELETED;
        return switch (record.leaderAt(6)) {
            case 'z' -> RecordType.AUTHORITY;
            case 'u', 'v', 'x', 'y' -> RecordType.HOLDINGS;
            case 'w' -> RecordType.CLASSIFICATION;
            case 'q' -> RecordType.COMMUNITY_INFORMATION;
            default -> RecordType.BIBLIOGRAPHIC;
        };
    }

    /**
     * UNIMARC has no 245 and begins 100 $a, which is a person in MARC 21, with the date of entry and further codes.
     * A 200 alone proves nothing: some libraries use it as a local field beside the 245.
     */
    private static boolean isUnimarc(MarcRecord record) {
        if (record.data("245").findAny().isPresent()) return false;
        return record.data("100").anyMatch(RecordTypes::holdsGeneralProcessingData)
                || record.data("200").findAny().isPresent()
                        && record.data("801").findAny().isPresent();
    }

    private static boolean holdsGeneralProcessingData(DataField field) {
        var data = field.subfields().isEmpty() ? "" : field.subfields().get(0).data();
        if (data.length() <= UNIMARC_100_DATE + 8 || field.subfields().size() > 1) return false;
        for (int i = 0; i < UNIMARC_100_DATE; i++) {
            char c = data.charAt(i);
            if (c != ' ' && (c < '0' || c > '9')) return false;
        }
        return true;
    }
}
