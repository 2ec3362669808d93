package org.carrel.catalog.marc;

/**
 * Takes out of a record's XML what XML 1.0 cannot hold and systems write all the same: control characters, bare or as
 * a reference such as {@code &#20;}. Losing one of these is better than losing the record.
 */
final class XmlCharacters {
    private static final int LONGEST_REFERENCE = 12;

    private XmlCharacters() {}

    static String legal(String xml, Findings findings) {
        int at = firstIllegal(xml, 0);
        if (at < 0) return xml;
        var legal = new StringBuilder(xml.length());
        int done = 0;
        while (at >= 0) {
            legal.append(xml, done, at);
            int length = xml.charAt(at) == '&' ? xml.indexOf(';', at) + 1 - at : 1;
            findings.add(
                    MarcProblem.CONTROL_CHARACTER,
                    "",
                    length > 1 ? xml.substring(at, at + length) : TextCleaner.named(xml.charAt(at)));
            done = at + length;
            at = firstIllegal(xml, done);
        }
        return legal.append(xml, done, xml.length()).toString();
    }

    private static int firstIllegal(String xml, int from) {
        for (int i = from; i < xml.length(); i++) {
            char c = xml.charAt(i);
            if (c == '&' ? illegalReference(xml, i) : c < ' ' || c > 0xD7FF ? illegal(xml, i) : false) return i;
        }
        return -1;
    }

    private static boolean illegal(String xml, int at) {
        char c = xml.charAt(at);
        if (Character.isHighSurrogate(c))
            return at + 1 == xml.length() || !Character.isLowSurrogate(xml.charAt(at + 1));
        if (Character.isLowSurrogate(c)) return at == 0 || !Character.isHighSurrogate(xml.charAt(at - 1));
        return !Xml.isChar(c);
    }

    private static boolean illegalReference(String xml, int at) {
        if (!xml.startsWith("&#", at)) return false;
        int end = xml.indexOf(';', at);
        if (end < 0 || end - at > LONGEST_REFERENCE) return false;
        boolean hex = xml.charAt(at + 2) == 'x';
        int code = 0;
        for (int i = at + (hex ? 3 : 2); i < end; i++) {
            int digit = Character.digit(xml.charAt(i), hex ? 16 : 10);
            if (digit < 0) return false;
            code = Math.min(code * (hex ? 16 : 10) + digit, Character.MAX_CODE_POINT + 1);
        }
        return !Xml.isChar(code);
    }
}
