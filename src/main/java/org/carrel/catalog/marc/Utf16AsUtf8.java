package org.carrel.catalog.marc;

import java.io.IOException;
import java.io.InputStream;

/** UTF-16 text as the UTF-8 that everything else here reads. Half a character becomes the replacement character. */
final class Utf16AsUtf8 extends InputStream {
    private final InputStream in;
    private final boolean littleEndian;
    private final byte[] units = new byte[1 << 13];
    private int unitAt;
    private int unitEnd;
    private final byte[] pending = new byte[4];
    private int pendingAt;
    private int pendingEnd;
    private int ahead = -2;

    /** @param in after its byte order mark */
    Utf16AsUtf8(InputStream in, boolean littleEndian) {
        this.in = in;
        this.littleEndian = littleEndian;
    }

    @Override
    public int read() throws IOException {
        if (pendingAt == pendingEnd && !encodeNext()) return -1;
        return pending[pendingAt++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int b = read();
            if (b < 0) return done == 0 ? -1 : done;
            target[offset + done++] = (byte) b;
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean encodeNext() throws IOException {
        int first = ahead == -2 ? unit() : ahead;
        ahead = -2;
        if (first < 0) return false;
        int code = first;
        if (Character.isHighSurrogate((char) first)) {
            ahead = unit();
            boolean pair = ahead >= 0 && Character.isLowSurrogate((char) ahead);
            code = pair ? Character.toCodePoint((char) first, (char) ahead) : 0xFFFD;
            if (pair) ahead = -2;
        } else if (Character.isLowSurrogate((char) first)) {
            code = 0xFFFD;
        }
        encode(code);
        return true;
    }

    private void encode(int code) {
        pendingAt = 0;
        pendingEnd = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        if (pendingEnd == 1) {
            pending[0] = (byte) code;
            return;
        }
        for (int i = pendingEnd - 1; i > 0; i--) {
            pending[i] = (byte) (0x80 | code & 0x3F);
            code >>= 6;
        }
        pending[0] = (byte) ((0xF00 >> pendingEnd) & 0xFF | code);
    }

    private int unit() throws IOException {
        int first = nextByte();
        int second = first < 0 ? -1 : nextByte();
        if (second < 0) return first < 0 ? -1 : 0xFFFD;
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    private int nextByte() throws IOException {
        if (unitAt == unitEnd) {
            unitAt = 0;
            unitEnd = Math.max(0, in.read(units, 0, units.length));
            if (unitEnd == 0) return -1;
        }
        return units[unitAt++] & 0xFF;
    }
}
