package org.carrel.catalog.marc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds each MARC record element by its characters, whatever stands around it: a collection, an SRU or OAI-PMH
 * envelope, several documents one after the other. A record that is not well-formed ends at its end tag all the same.
 * Works on bytes, because in every encoding that is accepted the markup is ASCII.
 */
final class XmlSplitter implements RecordSplitter {
    private static final List<String> OF_A_RECORD = List.of("leader", "controlfield", "datafield");
    private static final List<String> OF_AN_ENVELOPE =
            List.of("header", "metadata", "recordSchema", "recordPacking", "recordData", "recordIdentifier");
    private static final int LONGEST_TAG = 1 << 16;

    private final ByteWindow window;
    private final int maxRecord;
    private int line = 1;
    private int depth;
    private boolean ended;

    XmlSplitter(ByteWindow window, int maxRecord) {
        this.window = window;
        this.maxRecord = maxRecord;
    }

    @Override
    public Optional<RawRecord> next() throws IOException {
        while (toMarkup()) {
            int passed = notAnElement(0);
            if (passed > 0) {
                skip(passed);
            } else if (window.at(1) == '/') {
                depth = Math.max(0, depth - 1);
                skip(tagLength(0));
            } else {
                var record = element();
                if (record.isPresent()) return record;
            }
        }
        return end();
    }

    /** Every element opened must be closed, else the file was cut off between two records. */
    private Optional<RawRecord> end() {
        if (ended || depth == 0) return Optional.empty();
        ended = true;
        return Optional.of(RawRecord.bad(window.sourcePosition(), line, new byte[0], MarcProblem.XML_ENDS_EARLY, ""));
    }

    private boolean toMarkup() throws IOException {
        while (window.has(2)) {
            int ahead = window.find((byte) '<', 0, LONGEST_TAG);
            if (ahead == 0) return true;
            skip(ahead < 0 ? Math.min(window.here(), LONGEST_TAG) : ahead);
        }
        return false;
    }

    private Optional<RawRecord> element() throws IOException {
        int tag = tagLength(0);
        boolean open = window.at(tag - 2) != '/';
        if (!localName(1).equals("record")) {
            if (open) depth++;
            skip(tag);
            return Optional.empty();
        }
        if (!open) return Optional.of(bad(tag, MarcProblem.NO_FIELDS));
        var child = firstChild(tag);
        if (OF_A_RECORD.contains(child)) return Optional.of(record(tag));
        if (OF_AN_ENVELOPE.contains(child) || holdsRecord(tag)) {
            depth++;
            skip(tag);
            return Optional.empty();
        }
        return Optional.of(record(tag));
    }

    /** From its start tag through its end tag; up to the next record or the end of its parent when that is missing. */
    private RawRecord record(int startTag) throws IOException {
        int ahead = startTag;
        while (ahead < maxRecord) {
            int markup = window.find((byte) '<', ahead, maxRecord);
            if (markup < 0) break;
            int passed = notAnElement(markup);
            if (passed > 0) {
                ahead = markup + passed;
                continue;
            }
            boolean close = window.has(markup + 2) && window.at(markup + 1) == '/';
            var name = localName(markup + (close ? 2 : 1));
            if (name.equals("record")) {
                if (!close) return bad(markup, MarcProblem.XML_NOT_WELL_FORMED);
                return good(markup + tagLength(markup));
            }
            if (close && (name.equals("collection") || name.equals("metadata") || name.equals("recordData"))) {
                return bad(markup, MarcProblem.XML_NOT_WELL_FORMED);
            }
            ahead = markup + 1;
        }
        if (window.has(maxRecord)) return bad(maxRecord, MarcProblem.RECORD_TOO_LONG);
        return bad(window.here(), MarcProblem.FILE_ENDS_INSIDE_RECORD);
    }

    private String firstChild(int from) throws IOException {
        int ahead = from;
        while (ahead < maxRecord) {
            int markup = window.find((byte) '<', ahead, Math.min(maxRecord, ahead + LONGEST_TAG));
            if (markup < 0) return "";
            int passed = notAnElement(markup);
            if (passed == 0) return localName(markup + 1);
            ahead = markup + passed;
        }
        return "";
    }

    private boolean holdsRecord(int from) throws IOException {
        int ahead = from;
        while (ahead < maxRecord) {
            int markup = window.find((byte) '<', ahead, maxRecord);
            if (markup < 0) return false;
            if (localName(markup + 1).equals("record")) return true;
            if (window.has(markup + 2)
                    && window.at(markup + 1) == '/'
                    && localName(markup + 2).equals("record")) {
                return false;
            }
            ahead = markup + 1;
        }
        return false;
    }

    /** Length of a comment, CDATA section, processing instruction or declaration here; 0 when it is a tag or damage. */
    private int notAnElement(int ahead) throws IOException {
        if (window.startsWith("<!--", ahead)) return through("-->", ahead, 4);
        if (window.startsWith("<![CDATA[", ahead)) return through("]]>", ahead, 9);
        if (window.startsWith("<?", ahead)) return through("?>", ahead, 2);
        if (window.startsWith("<!", ahead)) return through(">", ahead, 2);
        return isNameStart(ahead + 1) ? 0 : 1;
    }

    /** When the end is missing, only the opening is passed over. */
    private int through(String close, int ahead, int opening) throws IOException {
        int found = window.findOnce(close, ahead + opening, ahead + maxRecord);
        return found < 0 ? opening : found + close.length() - ahead;
    }

    private boolean isNameStart(int ahead) throws IOException {
        if (!window.has(ahead + 1)) return false;
        byte b = window.at(ahead);
        return b == '/' || b == '_' || b < 0 || (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    /** Length of the tag through its bracket, quotes respected; a second {@code <} means that the bracket is missing. */
    private int tagLength(int from) throws IOException {
        int quote = 0;
        for (int i = from + 1; i < from + LONGEST_TAG && window.has(i + 1); i++) {
            byte b = window.at(i);
            if (b == '<') return Math.max(2, i - from);
            if (quote != 0) {
                if (b == quote) quote = 0;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                return i + 1 - from;
            }
        }
        return Math.min(window.here() - from, LONGEST_TAG);
    }

    /** The name without its prefix. */
    private String localName(int from) throws IOException {
        var name = new StringBuilder(16);
        for (int i = from; i < from + 200 && window.has(i + 1); i++) {
            byte b = window.at(i);
            if (b == ':') name.setLength(0);
            else if (b <= ' ' && b >= 0 || b == '>' || b == '/' || b == '<' || b == '"') break;
            else name.append((char) (b & 0xFF));
        }
        return name.toString();
    }

    private RawRecord good(int length) {
        long offset = window.sourcePosition();
        int first = line;
        countLines(length);
        return RawRecord.good(offset, first, window.take(length));
    }

    private RawRecord bad(int length, MarcProblem problem) {
        long offset = window.sourcePosition();
        int first = line;
        countLines(length);
        return RawRecord.bad(offset, first, window.take(length), problem, "");
    }

    private void skip(int length) {
        countLines(length);
        window.skip(length);
    }

    private void countLines(int length) {
        for (int i = 0; i < length; i++) {
            if (window.at(i) == '\n') line++;
        }
    }
}
