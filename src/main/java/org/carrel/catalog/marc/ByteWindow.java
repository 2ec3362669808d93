package org.carrel.catalog.marc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A stream with look-ahead: the bytes from the current position on, as far as they have been asked for. */
final class ByteWindow {
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final long mark;
    private final boolean fromUtf16;
    private final Map<String, Long> barren = new HashMap<>();
    private byte[] buffer = new byte[2 * CHUNK];
    private int start;
    private int end;
    private long position;
    private long units;
    private boolean finished;

    ByteWindow(InputStream in) {
        this(in, 0, false);
    }

    /**
     * A window on text.
     *
     * @param mark bytes of the byte order mark before the stream
     * @param fromUtf16 the stream is UTF-8 made from UTF-16, whose positions are wanted
     */
    ByteWindow(InputStream in, int mark, boolean fromUtf16) {
        this.in = in;
        this.mark = mark;
        this.fromUtf16 = fromUtf16;
    }

    /** Position of the first byte not taken, from the start of the stream. */
    long position() {
        return position;
    }

    /** The same position in the file, in the encoding that the file has. */
    long sourcePosition() {
        return mark + (fromUtf16 ? 2 * units : position);
    }

    /** False when the stream ends before this many bytes. */
    boolean has(int count) throws IOException {
        while (end - start < count && !finished) fill(count);
        return end - start >= count;
    }

    /** The byte this far ahead; ask {@link #has} first. */
    byte at(int ahead) {
        return buffer[start + ahead];
    }

    /** How many bytes are here without reading more. */
    int here() {
        return end - start;
    }

    /** How far ahead this byte is, looking at no more than {@code limit} bytes; -1 when it is not among them. */
    int find(byte wanted, int from, int limit) throws IOException {
        int ahead = from;
        while (ahead < limit && has(ahead + 1)) {
            int stop = Math.min(here(), limit);
            for (int i = start + ahead; i < start + stop; i++) {
                if (buffer[i] == wanted) return i - start;
            }
            ahead = stop;
        }
        return -1;
    }

    /** The bytes themselves, from {@link #base} on, for searches; valid until the next call that may read. */
    byte[] array() {
        return buffer;
    }

    /** Index in {@link #array} of the first byte not taken. */
    int base() {
        return start;
    }

    byte[] take(int count) {
        var taken = Arrays.copyOfRange(buffer, start, start + count);
        skip(count);
        return taken;
    }

    void skip(int count) {
        if (fromUtf16) countUnits(count);
        start += count;
        position += count;
    }

    private void countUnits(int count) {
        for (int i = start; i < start + count; i++) {
            if ((buffer[i] & 0xC0) != 0x80) units++;
            if ((buffer[i] & 0xF8) == 0xF0) units++;
        }
    }

    /** How far ahead this ASCII text is, looking at no more than {@code limit} bytes; -1 when it is not among them. */
    int find(String wanted, int from, int limit) throws IOException {
        int ahead = find((byte) wanted.charAt(0), from, limit);
        while (ahead >= 0 && !startsWith(wanted, ahead)) ahead = find((byte) wanted.charAt(0), ahead + 1, limit);
        return ahead;
    }

    /** Like {@link #find(String, int, int)}, but a stretch once searched in vain for this text is not searched again. */
    int findOnce(String wanted, int from, int limit) throws IOException {
        long barrenTo = barren.getOrDefault(wanted, 0L);
        int start = (int) Math.max(from, Math.min(limit, barrenTo - position));
        int found = find(wanted, start, limit);
        if (found < 0) barren.put(wanted, position + Math.min(limit, here()) - wanted.length() + 1);
        return found;
    }

    /** Does this ASCII text, in capitals or not, begin this far ahead? */
    boolean startsWith(String wanted, int ahead) throws IOException {
        if (!has(ahead + wanted.length())) return false;
        for (int i = 0; i < wanted.length(); i++) {
            if (Character.toLowerCase(at(ahead + i)) != Character.toLowerCase(wanted.charAt(i))) return false;
        }
        return true;
    }

    private void fill(int count) throws IOException {
        if (start > 0 && (start >= CHUNK || start == end)) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, start + count + CHUNK));
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) finished = true;
        else end += read;
        if (end - start < CHUNK && buffer.length > 16 * CHUNK) shrink();
    }

    /** One huge record must not keep its memory for the rest of the file. */
    private void shrink() {
        var smaller = new byte[2 * CHUNK];
        System.arraycopy(buffer, start, smaller, 0, end - start);
        buffer = smaller;
        end -= start;
        start = 0;
    }
}
