package org.carrel.catalog.marc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the bytes of a text file become bytes in which markup is ASCII: as they are, or out of UTF-16.
 *
 * @param mark length of the byte order mark
 * @param utf16 empty when the file is not UTF-16
 */
record TextSource(int mark, Optional<Charset> utf16) {
    static TextSource of(byte[] head, int length) {
        int first = length > 0 ? head[0] & 0xFF : -1;
        int second = length > 1 ? head[1] & 0xFF : -1;
        if (first == 0xFF && second == 0xFE) return new TextSource(2, Optional.of(StandardCharsets.UTF_16LE));
        if (first == 0xFE && second == 0xFF) return new TextSource(2, Optional.of(StandardCharsets.UTF_16BE));
        boolean utf8 = first == 0xEF && second == 0xBB && length > 2 && (head[2] & 0xFF) == 0xBF;
        if (utf8) return new TextSource(3, Optional.empty());
        if (isMarkup(first) && second == 0) return new TextSource(0, Optional.of(StandardCharsets.UTF_16LE));
        if (first == 0 && isMarkup(second)) return new TextSource(0, Optional.of(StandardCharsets.UTF_16BE));
        return new TextSource(0, Optional.empty());
    }

    private static boolean isMarkup(int b) {
        return b == '<' || b == '{' || b == '[' || b == '=';
    }

    ByteWindow window(InputStream in) throws IOException {
        in.skipNBytes(mark);
        if (utf16.isEmpty()) return new ByteWindow(in, mark, false);
        return new ByteWindow(new Utf16AsUtf8(in, utf16.get().equals(StandardCharsets.UTF_16LE)), mark, true);
    }

    /** The bytes of a record as they are in the file. */
    byte[] original(byte[] read) {
        return utf16.map(charset -> new String(read, StandardCharsets.UTF_8).getBytes(charset))
                .orElse(read);
    }
}
