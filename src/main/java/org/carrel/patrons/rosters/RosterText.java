package org.carrel.patrons.rosters;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.carrel.patrons.RosterFinding.Kind;

/**
 * In which encoding the bytes of a file are; never with signs for letters that could not be read.
 *
 * @param mark bytes in front of the text
 */
record RosterText(Member member, Charset charset, int mark, String encoding) {
    static final String UTF_8 = "UTF-8";
    private static final int PIECE = 1 << 14;

    /** Reads the file once to its end. Throws {@link RosterUnreadable} for bytes in no encoding that is known here. */
    static RosterText of(Member member) {
        try {
            var start = start(member);
            if (starts(start, 0xEF, 0xBB, 0xBF)) return read(member, StandardCharsets.UTF_8, 3, UTF_8);
            if (starts(start, 0xFF, 0xFE)) return read(member, StandardCharsets.UTF_16LE, 2, "UTF-16");
            if (starts(start, 0xFE, 0xFF)) return read(member, StandardCharsets.UTF_16BE, 2, "UTF-16");
            if (start.length > 3 && start[1] == 0 && start[3] == 0)
                return read(member, StandardCharsets.UTF_16LE, 0, "UTF-16");
            var utf8 = new RosterText(member, StandardCharsets.UTF_8, 0, UTF_8);
            return utf8.isSound() ? utf8 : read(member, Charset.forName("windows-1252"), 0, "Windows-1252");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RosterText read(Member member, Charset charset, int mark, String name) throws IOException {
        var text = new RosterText(member, charset, mark, name);
        if (text.isSound()) return text;
        throw new RosterUnreadable(Kind.ENCODING_UNKNOWN, member.name(), name);
    }

    /** The text from its beginning. */
    Reader open() throws IOException {
        var bytes = new BufferedInputStream(member.open(), PIECE);
        bytes.skipNBytes(mark);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(bytes, decoder), PIECE);
    }

    private boolean isSound() throws IOException {
        var piece = new char[PIECE];
        try (var reader = open()) {
            while (reader.read(piece) >= 0) {
                // to the end
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] start(Member member) throws IOException {
        try (var in = member.open()) {
            return in.readNBytes(4);
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (var i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }
}
