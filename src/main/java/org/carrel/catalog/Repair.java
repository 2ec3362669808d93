package org.carrel.catalog;

import java.util.List;

/**
 * A way to mend a damaged record, done already: the record as it would be, read by our own reader.
 *
 * @param steps what was changed, each with its words
 * @param bytes the mended record, ISO 2709
 * @param preview the same, read
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a file, never compared
public record Repair(Kind kind, List<Finding> steps, byte[] bytes, MarcRecord preview) {
    public Repair {
        steps = List.copyOf(steps);
    }

    /** What a repair touches. */
    public enum Kind {
        /** Lengths, positions, terminators, fixed leader values: no letter of the text. */
        FRAME,
        /** leader/09 says Unicode, as the text is. */
        ENCODING_FLAG,
        /** What is not UTF-8 is read as Windows-1252. */
        WINDOWS_1252,
        /** The text is read as MARC-8. */
        MARC_8,
        /** What is whole is kept and the rest is left out: text is lost. */
        WHOLE_FIELDS
    }

    public boolean losesText() {
        return kind == Kind.WHOLE_FIELDS;
    }
}
