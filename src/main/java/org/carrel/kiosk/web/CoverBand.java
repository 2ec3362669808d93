package org.carrel.kiosk.web;

import java.util.Locale;

/** The colour of a drawn cover, from the class number: neighbours on the shelf look alike. A CSS class each. */
public enum CoverBand {
    GENERAL,
    MIND,
    BELIEF,
    SOCIETY,
    WORDS,
    NATURE,
    MAKING,
    ARTS,
    LITERATURE,
    PLACES,
    FICTION,
    PICTURE_BOOK,
    COMICS,
    LIVES,
    OTHER;

    /** Dewey hundreds, the usual school shelf letters, and the Library of Congress' main classes. */
    static CoverBand of(String classNumber) {
        var text = classNumber.strip().toUpperCase(Locale.ROOT);
        if (text.matches("(\\[?F|\\[?FIC)\\b.*")) return FICTION;
        if (text.matches("(E|EASY|PB|JE|P)\\b.*")) return PICTURE_BOOK;
        if (text.matches("(GN|GRAPHIC|741\\.5).*")) return COMICS;
        if (text.matches("(B|BIO|BIOG|92[01]?)\\b.*")) return LIVES;
        if (text.matches("[0-9]{3}.*")) return values()[text.charAt(0) - '0'];
        return text.matches("[A-Z]{1,3} ?[0-9].*") ? congress(text.charAt(0)) : OTHER;
    }

    private static CoverBand congress(char mainClass) {
        return switch (mainClass) {
            case 'B' -> BELIEF;
            case 'C', 'D', 'E', 'F', 'G' -> PLACES;
            case 'H', 'J', 'K', 'L', 'U', 'V' -> SOCIETY;
            case 'M', 'N' -> ARTS;
            case 'P' -> LITERATURE;
            case 'Q' -> NATURE;
            case 'R', 'S', 'T' -> MAKING;
            default -> GENERAL;
        };
    }

    /** The CSS class. */
    public String css() {
        return "band-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
