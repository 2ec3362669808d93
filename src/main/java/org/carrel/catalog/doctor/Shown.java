package org.carrel.catalog.doctor;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.carrel.catalog.marc.SingleRecord;

/** Bytes as people can read them, whatever they are. */
final class Shown {
    private static final int LONGEST = 600;
    /** As catalogers know them, and as every font has them. */
    private static final char DELIMITER = '‡';

    private static final char FIELD_END = '¶';

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Shown() {}

    /** UTF-8 as text, the separators of subfields and fields as ‡ and ¶, other bytes as {@code <E9>}; shortened. */
    static String of(byte[] bytes, int from, int to) {
        return of(bytes, from, to, LONGEST);
    }

    /** The same, not shortened. */
    static String whole(byte[] bytes) {
        return of(bytes, 0, bytes.length, Integer.MAX_VALUE);
    }

    private static String of(byte[] bytes, int from, int to, int longest) {
        var text = new StringBuilder();
        int at = from;
        while (at < to && text.length() < longest) {
            int length = SingleRecord.utf8Sequence(bytes, at, to);
            if (length == 0) text.append('<').append(HEX.toHexDigits(bytes[at])).append('>');
            else if (length > 1) text.append(safe(new String(bytes, at, length, StandardCharsets.UTF_8)));
            else text.append(ascii(bytes[at]));
            at += Math.max(1, length);
        }
        if (at < to) text.append('…');
        return text.toString();
    }

    private static String ascii(byte b) {
        return switch (b) {
            case 0x1F -> String.valueOf(DELIMITER);
            case 0x1E -> String.valueOf(FIELD_END);
            case '\t' -> " ";
            default -> b < ' ' || b == 0x7F ? '<' + HEX.toHexDigits(b) + '>' : String.valueOf((char) b);
        };
    }

    /** Marks that would turn the direction of the line around them, and controls, by their number. */
    private static String safe(String character) {
        int code = character.codePointAt(0);
        int type = Character.getType(code);
        boolean visible = type != Character.CONTROL && type != Character.FORMAT && type != Character.UNASSIGNED;
        return visible ? character : String.format("<U+%04X>", code);
    }

    /** At most the first eight bytes in hexadecimal. */
    static String hex(byte[] bytes, int from, int to) {
        var all = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, from, Math.min(to, from + 8));
        return to > from + 8 ? all + " …" : all;
    }
}
