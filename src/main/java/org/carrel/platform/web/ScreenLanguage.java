package org.carrel.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages the screens speak. */
public enum ScreenLanguage {
    EN("en"),
    ES("es");

    private final String tag;
    private final Locale locale;

    ScreenLanguage(String tag) {
        this.tag = tag;
        this.locale = Locale.of(tag);
    }

    /** BCP 47, for {@code lang} attributes and the language cookie. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** The one that the switch at the top of the page offers. */
    public ScreenLanguage other() {
        return this == EN ? ES : EN;
    }

    /** Empty for text that names none of the languages. */
    public static Optional<ScreenLanguage> parse(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The first that a browser prefers (Accept-Language, RFC 9110 section 12.5.4), English when it likes none. */
    public static ScreenLanguage preferred(String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> parse(primary(range.getRange())).stream())
                .findFirst()
                .orElse(EN);
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return header.isBlank() ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of(); // a header that is none is no wish
        }
    }

    private static String primary(String range) {
        return range.split("-", 2)[0];
    }
}
