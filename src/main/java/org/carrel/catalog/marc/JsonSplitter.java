package org.carrel.catalog.marc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Cuts JSON into its records, be they alone, in an array, one a line or inside a wrapper. Records do not nest, so an
 * object that begins with "leader" begins a record even where the brackets before it do not add up.
 */
final class JsonSplitter implements RecordSplitter {
    private static final String SEPARATORS = " \t\r\n,[]}\u001E";

    private final ByteWindow window;
    private final int maxRecord;
    private int line = 1;

    JsonSplitter(ByteWindow window, int maxRecord) {
        this.window = window;
        this.maxRecord = maxRecord;
    }

    @Override
    public Optional<RawRecord> next() throws IOException {
        while (true) {
            skipSeparators();
            if (!window.has(1)) return Optional.empty();
            if (window.at(0) != '{') return Optional.of(junk());
            int length = objectLength();
            if (length < 0) return Optional.of(unfinished());
            long offset = window.sourcePosition();
            int first = line;
            if (!isWrapper(length)) return Optional.of(RawRecord.good(offset, first, taken(length)));
            skip(length);
        }
    }

    private void skipSeparators() throws IOException {
        while (window.has(1)) {
            int b = window.at(0);
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
            if (!mark && SEPARATORS.indexOf(b) < 0) return;
            skip(1);
        }
    }

    /** Length of the object up to its closing bracket, or up to the next record; -1 when it does not end. */
    private int objectLength() throws IOException {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < maxRecord && window.has(i + 1); i++) {
            byte b = window.at(i);
            if (b == '{' && i > 0 && isRecordStart(i)) return i;
            if (quoted) {
                if (b == '\\') i++;
                else if (b == '"' || b == '\n') quoted = false;
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{') {
                depth++;
            } else if (b == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean isRecordStart(int ahead) throws IOException {
        int i = ahead + 1;
        while (window.has(i + 1) && " \t\r\n".indexOf(window.at(i)) >= 0) i++;
        return window.startsWith("\"leader\"", i) || window.startsWith("leader ", i) || window.startsWith("leader:", i);
    }

    /** What stands around the records: an object cut at the first of them that has nothing of a record itself. */
    private boolean isWrapper(int length) throws IOException {
        boolean cutAtRecord = window.at(length - 1) != '}';
        return cutAtRecord && window.find("fields", 0, length) < 0 && window.find("leader", 0, length) < 0;
    }

    private RawRecord junk() throws IOException {
        int length = 1;
        while (length < maxRecord && window.has(length + 1) && window.at(length) != '{' && window.at(length) != '\n') {
            length++;
        }
        return bad(length, MarcProblem.JSON_NOT_READABLE);
    }

    private RawRecord unfinished() throws IOException {
        boolean tooLong = window.has(maxRecord);
        return bad(
                Math.min(window.here(), maxRecord),
                tooLong ? MarcProblem.RECORD_TOO_LONG : MarcProblem.FILE_ENDS_INSIDE_RECORD);
    }

    private RawRecord bad(int length, MarcProblem problem) {
        long offset = window.sourcePosition();
        int first = line;
        var bytes = taken(length);
        var sample = new String(bytes, 0, Math.min(40, bytes.length), StandardCharsets.UTF_8);
        return RawRecord.bad(offset, first, bytes, problem, Findings.shortened(sample));
    }

    private byte[] taken(int length) {
        countLines(length);
        return window.take(length);
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
