package org.carrel.catalog.marc;

import java.util.Optional;

/** Reads the bytes of one record of one format. */
interface RecordParser {
    MarcFormat format();

    /**
     * Adds leader and fields to the builder and says how the text was encoded.
     *
     * @param forced the encoding a person has chosen, instead of what the bytes say
     * @throws UnreadableRecord when these bytes cannot be read as a record
     */
    EncodingDecision parse(RawRecord raw, Optional<TextEncoding> forced, RecordBuilder builder) throws UnreadableRecord;

    /** Why one record cannot be read; never leaves this package. */
    final class UnreadableRecord extends Exception {
        private static final long serialVersionUID = 1L;
        final MarcProblem problem;
        final String detail;

        UnreadableRecord(MarcProblem problem, String detail) {
            super(problem + ": " + detail, null, false, false);
            this.problem = problem;
            this.detail = detail;
        }
    }
}
