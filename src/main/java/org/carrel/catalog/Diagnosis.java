package org.carrel.catalog;

import java.util.List;
import java.util.stream.Stream;

/** What the record doctor sees in a record that was not taken in: its parts, what is wrong with them, what can be done. */
public sealed interface Diagnosis {
    /** Everything found, in the order in which it stands. */
    List<Finding> faults();

    /** Only such as are safe: what a repair cannot know it does not invent. The likeliest first. */
    List<Repair> repairs();

    /**
     * A record of the binary exchange format.
     *
     * @param spans cover every byte, in order, none twice
     */
    record OfBytes(List<Span> spans, List<Repair> repairs) implements Diagnosis {
        public OfBytes {
            spans = List.copyOf(spans);
            repairs = List.copyOf(repairs);
        }

        @Override
        public List<Finding> faults() {
            return spans.stream().flatMap(span -> span.faults().stream()).toList();
        }
    }

    /** A record of a text format, line by line. Its author has to mend it: text says what it is, and only that. */
    record OfText(List<Line> lines) implements Diagnosis {
        public OfText {
            lines = List.copyOf(lines);
        }

        @Override
        public List<Finding> faults() {
            return lines.stream().flatMap(line -> line.faults().stream()).toList();
        }

        @Override
        public List<Repair> repairs() {
            return List.of();
        }
    }

    /**
     * Bytes that are one thing. A field may be in several spans: the text that is good, and bytes that are not.
     *
     * @param offset of its first byte, from 0
     * @param name the tag of a field or directory entry; empty for the other parts
     * @param shown its bytes as text: separators as their pictures, what is no text in hexadecimal; shortened
     */
    record Span(int offset, int length, Part part, String name, String shown, List<Finding> faults) {
        public Span {
            faults = List.copyOf(faults);
        }

        public Span with(Finding fault) {
            return new Span(
                    offset,
                    length,
                    part,
                    name,
                    shown,
                    Stream.concat(faults.stream(), Stream.of(fault)).toList());
        }

        public int end() {
            return offset + length;
        }
    }

    /** @param number from 1 within the record */
    record Line(int number, String text, List<Finding> faults) {
        public Line {
            faults = List.copyOf(faults);
        }
    }

    /** What a stretch of bytes is (MARC 21 Record Structure). */
    enum Part {
        /** Before or behind the record. */
        OUTSIDE,
        /** leader/00-04 */
        RECORD_LENGTH,
        STATUS,
        TYPE,
        BIBLIOGRAPHIC_LEVEL,
        TYPE_OF_CONTROL,
        /** leader/09 */
        ENCODING,
        /** leader/10-11: how many indicators a field has, and characters a subfield code */
        COUNTS,
        /** leader/12-16: where the first field begins */
        BASE_ADDRESS,
        ENCODING_LEVEL,
        /** leader/18: descriptive cataloging form */
        FORM,
        MULTIPART_LEVEL,
        /** leader/20-23: how a directory entry is divided */
        ENTRY_MAP,
        /** A leader of which not all is there. */
        LEADER,
        DIRECTORY_ENTRY,
        DIRECTORY_END,
        FIELD,
        /** Bytes in the record that belong to nothing. */
        UNNAMED,
        RECORD_END
    }
}
