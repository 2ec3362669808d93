package org.carrel.patrons.rosters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.carrel.patrons.RosterFinding.Kind;

/** The text of a file in the encoding that its bytes are in; never with signs for letters that could not be read. */
record RosterText(String text, String encoding) {
    static final String UTF_8 = "UTF-8";

    /** Throws {@link RosterUnreadable} for bytes in no encoding that is known here. */
    static RosterText of(Member member) {
        var bytes = member.bytes();
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) return read(member, 3, StandardCharsets.UTF_8, UTF_8);
        if (starts(bytes, 0xFF, 0xFE)) return read(member, 2, StandardCharsets.UTF_16LE, "UTF-16");
        if (starts(bytes, 0xFE, 0xFF)) return read(member, 2, StandardCharsets.UTF_16BE, "UTF-16");
        if (bytes.length > 3 && bytes[1] == 0 && bytes[3] == 0) {
            return read(member, 0, StandardCharsets.UTF_16LE, "UTF-16");
        }
        try {
            return new RosterText(decode(bytes, 0, StandardCharsets.UTF_8), UTF_8);
        } catch (CharacterCodingException e) {
            return read(member, 0, Charset.forName("windows-1252"), "Windows-1252");
        }
    }

    private static RosterText read(Member member, int from, Charset charset, String name) {
        try {
            return new RosterText(decode(member.bytes(), from, charset), name);
        } catch (CharacterCodingException e) {
            throw new RosterUnreadable(Kind.ENCODING_UNKNOWN, member.name(), name);
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (var i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }
}
