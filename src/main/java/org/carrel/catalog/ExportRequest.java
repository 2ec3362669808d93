package org.carrel.catalog;

import java.nio.file.Path;
import java.util.Iterator;

/**
 * Which records go into which file, and how. An existing file is replaced when the new one is complete.
 *
 * @param target the file; its directory must exist
 */
public record ExportRequest(Path target, Format format, Copies copies, Which which) {
    /** The whole catalog, its records as they were imported. */
    public ExportRequest(Path target, Format format) {
        this(target, format, Copies.AS_IMPORTED, new Which.All());
    }

    /** What is written. */
    public enum Format {
        /** ISO 2709 in UTF-8. */
        ISO2709,
        /** ISO 2709 in MARC-8; what MARC-8 lacks is written as numeric character references. */
        ISO2709_MARC8,
        MARCXML,
        /** MARC-in-JSON with one record a line. */
        JSON,
        /** RFC 4180 with one row a copy, for a spreadsheet: a list of the collection, not its records. */
        CSV
    }

    /** How the records state their copies. A CSV file always has the copies as they are now. */
    public enum Copies {
        /** No field is touched. */
        AS_IMPORTED,
        /** As they are now, in 852 as vendors of school libraries write it; other copy fields are left out. */
        IN_852,
        /** As they are now, in 952 as Koha writes it; other copy fields are left out. */
        IN_952
    }

    /** The records to write. */
    public sealed interface Which {
        /** Every record, by id. */
        record All() implements Which {}

        /** These records in this order, e.g. those of a search; ids that are not there are left out and counted. */
        record Listed(Iterator<Long> ids) implements Which {}
    }
}
