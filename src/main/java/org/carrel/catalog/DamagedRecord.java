package org.carrel.catalog;

import java.util.Optional;

/**
 * A record that was not taken in, its bytes, and what the doctor sees in them.
 *
 * @param line what the import said
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a page or file, never compared
public record DamagedRecord(long importNumber, ImportLine line, byte[] original, Format format, Diagnosis diagnosis) {
    /** The repair of this kind; empty when the record cannot be mended so. */
    public Optional<Repair> repair(Repair.Kind kind) {
        return diagnosis.repairs().stream()
                .filter(repair -> repair.kind() == kind)
                .findFirst();
    }

    /** The exchange format by the look of the bytes; ISO 2709 for whatever is no text. */
    public enum Format {
        ISO_2709(".mrc"),
        MARCXML(".xml"),
        MARC_IN_JSON(".json"),
        MNEMONIC(".mrk");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** Of file names, with its dot. */
        public String ending() {
            return ending;
        }
    }
}
