package org.carrel.catalog.marc;

/**
 * Decides how a record is encoded, by its bytes first and by leader/09 only where they leave it open:
 * valid UTF-8 is UTF-8 whatever the leader says, then the pattern of ANSEL, then Windows-1252.
 */
final class EncodingDetector {
    private EncodingDetector() {}

    static EncodingDecision decide(ByteEvidence evidence, char flag) {
        if (evidence.asciiOnly()) return new EncodingDecision(flag, TextEncoding.ASCII, true);
        if (evidence.escapes() > 0 && (flag != 'a' || evidence.utf8() == 0)) {
            return new EncodingDecision(flag, TextEncoding.MARC_8, true);
        }
        if (evidence.other() == 0) return new EncodingDecision(flag, TextEncoding.UTF_8, true);
        if (evidence.utf8() > 0 && mostlyUtf8(evidence, flag)) {
            return new EncodingDecision(flag, TextEncoding.UTF_8, false);
        }
        boolean strayBytes = flag == 'a' && evidence.marc8() == 0 && evidence.western() == 0 && !evidence.otherScript();
        if (strayBytes) return new EncodingDecision(flag, TextEncoding.UTF_8, false);
        return oneByteEncoding(evidence, flag);
    }

    /** For bytes that are not UTF-8 as a whole: a record of one byte a letter, or one bad field of a UTF-8 record. */
    static EncodingDecision oneByteEncoding(ByteEvidence evidence, char flag) {
        if (evidence.otherScript()) return new EncodingDecision(flag, TextEncoding.CP866, false);
        int prior = flag == 'a' ? 0 : 2; // the leader speaks for MARC-8 where the bytes leave it open
        if (evidence.marc8() + prior > evidence.western()) {
            return new EncodingDecision(flag, TextEncoding.MARC_8, flag != 'a' || evidence.marc8() > 0);
        }
        return new EncodingDecision(flag, TextEncoding.WINDOWS_1252, false);
    }

    private static boolean mostlyUtf8(ByteEvidence evidence, char flag) {
        if (flag == 'a') return evidence.utf8() * 4 >= evidence.other();
        return evidence.marc8() < evidence.utf8();
    }
}
