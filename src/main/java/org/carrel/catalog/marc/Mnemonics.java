package org.carrel.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.marc4j.Mrk8TranslationTable;

/**
 * The names in braces of MARCMaker, e.g. {@code {eacute}} and {@code {dollar}}. marc4j has the Library of Congress
 * list as MARC-8 bytes; in Unicode text each name is read by itself and its mark put behind the letter that follows.
 */
final class Mnemonics {
    private static final Map<String, String> NEWER = Map.of("{euro}", "€", "{eszett}", "ß", "{szlig}", "ß");

    private Mnemonics() {}

    static String replace(String text, String place, Findings findings) {
        if (text.indexOf('{') < 0) return text;
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        if (ascii && text.contains("{esc}")) return marc8(text, place, findings);
        var replaced = new StringBuilder(text.length());
        var marks = new StringBuilder(2);
        int at = 0;
        while (at < text.length()) {
            int close = text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
            int stop = close < 0 ? at + Character.charCount(text.codePointAt(at)) : close + 1;
            var one = close < 0 ? text.substring(at, stop) : named(text.substring(at, stop), place, findings);
            if (isMark(one)) marks.append(one);
            else {
                replaced.append(one).append(marks);
                marks.setLength(0);
            }
            at = stop;
        }
        return replaced.append(marks).toString();
    }

    /** Marks written by name precede their letter; marks written as characters already follow it. */
    private static boolean isMark(String one) {
        return one.length() == 1 && Character.getType(one.charAt(0)) == Character.NON_SPACING_MARK;
    }

    private static String named(String name, String place, Findings findings) {
        var newer = NEWER.get(name);
        return newer != null ? newer : marc8(name, place, findings);
    }

    private static String marc8(String text, String place, Findings findings) {
        var bytes = Mrk8TranslationTable.fromMrk8(text).getBytes(StandardCharsets.ISO_8859_1);
        return Marc8.decode(bytes, 0, bytes.length, place, findings);
    }
}
