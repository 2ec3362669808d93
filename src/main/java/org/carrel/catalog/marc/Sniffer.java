package org.carrel.catalog.marc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names the kind of a file from its beginning. Never fails: what it cannot name is OTHER. */
final class Sniffer {
    /** How much of a file is looked at. */
    static final int HEAD = 1 << 16;

    private Sniffer() {}

    static ContentKind sniff(byte[] head, int length) {
        if (length == 0) return ContentKind.EMPTY;
        if (begins(head, length, 'P', 'K', 3, 4) || begins(head, length, 'P', 'K', 5, 6)) return ContentKind.ZIP;
        if (begins(head, length, 0x1F, 0x8B)) return ContentKind.GZIP;
        if (isKnownBinary(head, length)) return ContentKind.OTHER;
        var text = beginning(head, length);
        var start = text.stripLeading();
        if (start.startsWith("<")) return markup(start.toLowerCase(Locale.ROOT));
        if (looksLikeIso2709(head, length)) return ContentKind.ISO_2709;
        if (start.isEmpty()) return ContentKind.EMPTY;
        if (start.startsWith("{") || start.startsWith("[")) return ContentKind.JSON;
        if (isMnemonic(start)) return ContentKind.MNEMONIC;
        return textKind(start);
    }

    private static boolean begins(byte[] head, int length, int... magic) {
        if (length < magic.length) return false;
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) return false;
        }
        return true;
    }

    private static boolean isKnownBinary(byte[] head, int length) {
        return begins(head, length, 0x89, 'P', 'N', 'G')
                || begins(head, length, 0xFF, 0xD8, 0xFF)
                || begins(head, length, 'G', 'I', 'F', '8')
                || begins(head, length, '%', 'P', 'D', 'F')
                || begins(head, length, 0x7F, 'E', 'L', 'F')
                || begins(head, length, 0xD0, 0xCF, 0x11, 0xE0)
                || begins(head, length, 'R', 'a', 'r', '!')
                || begins(head, length, '7', 'z', 0xBC, 0xAF)
                || begins(head, length, 'B', 'Z', 'h')
                || begins(head, length, 0xFD, '7', 'z', 'X', 'Z');
    }

    private static String beginning(byte[] head, int length) {
        var source = TextSource.of(head, length);
        Charset charset = source.utf16().orElse(StandardCharsets.ISO_8859_1);
        int mark = source.mark();
        return new String(head, mark, Math.min(length - mark, HEAD), charset);
    }

    private static ContentKind markup(String start) {
        boolean html = start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || start.contains("<html") && !start.contains("<record") && !start.contains(":record");
        return html ? ContentKind.HTML : ContentKind.XML;
    }

    /** A leader with a directory somewhere near the start, or nothing but the terminators of records. */
    private static boolean looksLikeIso2709(byte[] head, int length) {
        boolean onlyTerminators = true;
        boolean terminated = false;
        for (int i = 0; i < length; i++) {
            if (head[i] == 0x1D) terminated = true;
            else if (head[i] > ' ' || head[i] < 0) onlyTerminators = false;
            if (i + Leaders.NEEDED <= length && Leaders.looseAt(head, i, length)) return true;
        }
        return terminated && (onlyTerminators || fieldsAndRecords(head, length));
    }

    /** No leader is left whole, but the separators of MARC are there in their usual numbers. */
    private static boolean fieldsAndRecords(byte[] head, int length) {
        int fields = 0;
        int subfields = 0;
        int controls = 0;
        for (int i = 0; i < length; i++) {
            if (head[i] == 0x1E) fields++;
            else if (head[i] == 0x1F) subfields++;
            else if (head[i] >= 0 && head[i] < ' ' && head[i] != '\n' && head[i] != '\r' && head[i] != 0x1D) controls++;
        }
        boolean text = controls * 50L < length;
        return text && fields * 500L > length && subfields > 0 && length > Leaders.NEEDED;
    }

    private static boolean isMnemonic(String start) {
        int at = start.startsWith("=") ? 0 : start.indexOf("\n=LDR") + 1;
        if (at == 0 && !start.startsWith("=")) return false;
        var line = start.substring(at);
        return line.regionMatches(true, 0, "=LDR", 0, 4)
                || line.length() > 6
                        && Character.isDigit(line.charAt(1))
                        && Character.isDigit(line.charAt(3))
                        && line.charAt(4) == ' ';
    }

    private static ContentKind textKind(String start) {
        int controls = 0;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') controls++;
        }
        if (controls > 0) return ContentKind.OTHER;
        var lines = start.split("\\R", 3);
        for (char separator : new char[] {',', ';', '\t'}) {
            long inFirst = lines[0].chars().filter(c -> c == separator).count();
            boolean table = lines.length < 2 || lines[1].indexOf(separator) >= 0 || lines[1].isBlank();
            if (inFirst > 0 && table) return ContentKind.CSV;
        }
        return ContentKind.TEXT;
    }
}
