package org.carrel.catalog;

import java.nio.file.Path;

/**
 * Which file is to be written. An existing one is replaced when the new one is complete.
 *
 * @param target the file; its directory must exist
 */
public record ExportRequest(Path target, Format format) {
    /** ISO 2709 in UTF-8 or (for older systems) in MARC-8, MARCXML, or MARC-in-JSON with one record a line. */
    public enum Format {
        ISO2709,
        ISO2709_MARC8,
        MARCXML,
        JSON
    }
}
