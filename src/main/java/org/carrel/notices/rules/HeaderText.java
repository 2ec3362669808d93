package org.carrel.notices.rules;

/** Text for one line of a letter's head: whatever could begin another line, or turn the reading around, is a blank. */
public final class HeaderText {
    private static final int LONGEST = 250;

    private HeaderText() {}

    public static String clean(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(letter -> plain.appendCodePoint(isPlain(letter) ? letter : ' '));
        var line = plain.toString().strip().replaceAll(" {2,}", " ");
        if (line.length() <= LONGEST) return line;
        var end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end).stripTrailing();
    }

    private static boolean isPlain(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            // U+202A to U+202E and U+2066 to U+2069: embeddings and overrides of direction; the rest joins letters
            case Character.FORMAT -> !(letter >= 0x202A && letter <= 0x202E || letter >= 0x2066 && letter <= 0x2069);
            default -> true;
        };
    }
}
