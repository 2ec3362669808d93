package org.carrel.scheduling.ics;

import java.nio.charset.StandardCharsets;

/** One content line (RFC 5545, 3.1): at most 75 octets of UTF-8 a row, no character broken, rows joined by a blank. */
final class IcsLine {
    /** Octets of a row without its end. */
    static final int MOST = 75;

    private static final String END = "\r\n";

    private IcsLine() {}

    /** With the end of the line. */
    static String folded(String line) {
        var folded = new StringBuilder(line.length() + 8);
        var octets = 0;
        for (var at = 0; at < line.length(); ) {
            var point = line.codePointAt(at);
            var size = size(point);
            if (octets + size > MOST) {
                folded.append(END).append(' ');
                octets = 1;
            }
            folded.appendCodePoint(point);
            octets += size;
            at += Character.charCount(point);
        }
        return folded.append(END).toString();
    }

    private static int size(int point) {
        return Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
    }

    /** A value of type TEXT (3.3.11). What no calendar may hold, as control characters, is left out. */
    static String text(String value) {
        var escaped = new StringBuilder(value.length());
        value.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\\\");
                case ';' -> escaped.append("\\;");
                case ',' -> escaped.append("\\,");
                case '\n' -> escaped.append("\\n");
                default -> {
                    if (point == '\t' || isAllowed(point)) escaped.appendCodePoint(point);
                }
            }
        });
        return escaped.toString();
    }

    /** A value of a parameter in quotation marks (3.2), which has no escape for them. */
    static String quoted(String value) {
        var allowed = new StringBuilder("\"");
        value.codePoints().filter(point -> point != '"' && isAllowed(point)).forEach(allowed::appendCodePoint);
        return allowed.append('"').toString();
    }

    /** Half of a surrogate pair is no character, and UTF-8 has none for it. */
    private static boolean isAllowed(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }
}
