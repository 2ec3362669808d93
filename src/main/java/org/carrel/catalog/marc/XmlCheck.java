package org.carrel.catalog.marc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.carrel.catalog.marc.MarcFileRefused.Place;

/**
 * Looks through a whole XML file before any record of it is handed out: no document type anywhere, and bytes that keep
 * to the encoding the file declares. Otherwise half of a file would be imported, or all of it wrongly spelled.
 */
final class XmlCheck {
    private static final int AHEAD = 1 << 16;
    private static final int LONGEST_COMMENT = 1 << 24;
    private static final List<String> WESTERN = List.of("iso-8859-1", "windows-1252", "iso-8859-15");

    private final ByteWindow window;
    private final String entry;
    private final boolean fromUtf16;
    private Charset charset = StandardCharsets.UTF_8;
    private boolean[] undefined = new boolean[0];
    private long validTo;
    private int line = 1;
    private int column = 1;
    private int utf8Sequences;
    private int otherBytes;
    private Place firstHigh = Place.start("");

    XmlCheck(ByteWindow window, String entry, boolean fromUtf16) {
        this.window = window;
        this.entry = entry;
        this.fromUtf16 = fromUtf16;
    }

    /** The encoding of the bytes in the window. */
    Charset run() throws IOException, MarcFileRefused {
        window.has(1);
        if (!fromUtf16) declared();
        while (window.has(1)) {
            int markup = window.find((byte) '<', 0, AHEAD);
            pass(markup < 0 ? Math.min(window.here(), AHEAD) : markup);
            if (markup >= 0) markup();
        }
        boolean western = WESTERN.contains(charset.name().toLowerCase(Locale.ROOT));
        if (western && utf8Sequences > 0 && otherBytes == 0) {
            throw new MarcFileRefused(FileProblem.XML_ENCODING_CONTRADICTED, firstHigh, charset.name());
        }
        return charset;
    }

    private void declared() throws IOException, MarcFileRefused {
        if (!window.startsWith("<?xml", 0)) return;
        int end = window.find("?>", 0, 1000);
        if (end < 0) return;
        var declaration = new StringBuilder();
        for (int i = 0; i < end; i++) declaration.append((char) (window.at(i) & 0xFF));
        int at = declaration.indexOf("encoding");
        if (at < 0) return;
        var name = quoted(declaration.substring(at + "encoding".length()));
        if (name.isEmpty()) return;
        charset = charset(name);
        boolean wide = name.toUpperCase(Locale.ROOT).startsWith("UTF-16")
                || name.toUpperCase(Locale.ROOT).startsWith("UTF-32");
        if (wide) throw contradicted(place(0, at + 1), name);
        if (!charset.equals(StandardCharsets.UTF_8)) undefined = undefined(charset);
    }

    private static String quoted(String text) {
        int open = Math.max(text.indexOf('"'), -1);
        int single = text.indexOf('\'');
        if (open < 0 || single >= 0 && single < open) open = single;
        if (open < 0) return "";
        int close = text.indexOf(text.charAt(open), open + 1);
        return close < 0 ? "" : text.substring(open + 1, close).strip();
    }

    private Charset charset(String name) throws MarcFileRefused {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new MarcFileRefused(FileProblem.XML_ENCODING_UNKNOWN, place(0, 1), Findings.shortened(name));
        }
    }

    /** Which single bytes mean nothing in this encoding. */
    private static boolean[] undefined(Charset charset) {
        var undefined = new boolean[256];
        for (int i = 0x80; i < 256; i++) {
            try {
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(new byte[] {(byte) i}));
            } catch (CharacterCodingException e) {
                undefined[i] = charset.newEncoder().maxBytesPerChar() <= 1.0f;
            }
        }
        return undefined;
    }

    private void markup() throws IOException, MarcFileRefused {
        if (window.startsWith("<!doctype", 0) || window.startsWith("<!entity", 0)) {
            throw new MarcFileRefused(FileProblem.DOCTYPE_NOT_ALLOWED, place(0, column), "");
        }
        int end = -1;
        if (window.startsWith("<!--", 0)) end = after("-->", 4);
        else if (window.startsWith("<![CDATA[", 0)) end = after("]]>", 9);
        else if (window.startsWith("<?", 0)) end = after("?>", 2);
        pass(Math.max(1, end));
    }

    private int after(String close, int from) throws IOException {
        int found = window.findOnce(close, from, LONGEST_COMMENT);
        return found < 0 ? -1 : found + close.length();
    }

    private void pass(int count) throws IOException, MarcFileRefused {
        for (int i = 0; i < count; i++) {
            byte b = window.at(i);
            if (b == '\n') {
                line++;
                column = 1;
                continue;
            }
            if (b < 0 && window.position() + i >= validTo) high(i);
            if ((b & 0xC0) != 0x80 || !charset.equals(StandardCharsets.UTF_8)) column++;
        }
        window.skip(count);
    }

    private void high(int ahead) throws IOException, MarcFileRefused {
        window.has(ahead + 4);
        int length = Utf8.sequence(
                window.array(), window.base() + ahead, window.base() + Math.min(window.here(), ahead + 4));
        if (charset.equals(StandardCharsets.UTF_8)) {
            if (length == 0) {
                int shown = Math.min(window.here(), ahead + 4);
                throw contradicted(
                        place(ahead, column),
                        "UTF-8, " + Findings.hex(window.array(), window.base() + ahead, window.base() + shown));
            }
            validTo = window.position() + ahead + length;
            return;
        }
        if (utf8Sequences + otherBytes == 0) firstHigh = place(ahead, column);
        if (length > 1) utf8Sequences++;
        else otherBytes++;
        for (int i = ahead; i < ahead + Math.max(1, length); i++) {
            int b = window.at(i) & 0xFF;
            if (undefined.length > 0 && undefined[b] && length <= 1) {
                throw contradicted(
                        place(ahead, column),
                        charset.name() + ", " + Integer.toHexString(b).toUpperCase(Locale.ROOT));
            }
        }
        validTo = window.position() + ahead + Math.max(1, length);
    }

    private Place place(int ahead, int inLine) {
        return new Place(entry, window.sourcePosition() + ahead, line, inLine);
    }

    private static MarcFileRefused contradicted(Place place, String detail) {
        return new MarcFileRefused(FileProblem.XML_ENCODING_CONTRADICTED, place, detail);
    }
}
