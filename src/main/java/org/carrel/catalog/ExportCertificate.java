package org.carrel.catalog;

/**
 * What came out when the written files were read back and compared with what was imported, field for field: leader,
 * order, tags, indicators, subfields, text in Normalization Form C.
 *
 * @param records read back, those set aside in a second file included
 * @param unchanged field for field what was imported
 * @param changed with deliberate changes only, each of which was told
 * @param errors records with a difference that has no reason, or that could not be read back or compared
 */
public record ExportCertificate(long records, long unchanged, long changed, long errors) {
    /** True when nothing differs without a reason. */
    public boolean sound() {
        return errors == 0;
    }
}
