package org.carrel.catalog.marc;

import java.util.List;
import org.carrel.catalog.Finding;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordPosition;

/** One record of a file: read, or rejected with its reason. The byte arrays belong to the entry: do not write to them. */
public sealed interface MarcEntry {
    RecordPosition at();

    /** The record's own bytes in the inflated file, nothing before or after them. */
    byte[] original();

    /** A record that can be used, with what was repaired in it. */
    record Read(
            RecordPosition at,
            byte[] original,
            MarcFormat format,
            EncodingDecision encoding,
            MarcRecord record,
            RecordType type,
            List<Finding> findings)
            implements MarcEntry {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A record that cannot be used.
     *
     * @param original cut after a megabyte
     * @param controlNumber 001 when it could be made out, else empty
     * @param previousControlNumber 001 of the last good record before it, so that a person can find the place
     * @param detail what was found instead of a record, shortened for display
     */
    record Rejected(
            RecordPosition at,
            byte[] original,
            String controlNumber,
            String previousControlNumber,
            MarcProblem reason,
            String detail)
            implements MarcEntry {}
}
