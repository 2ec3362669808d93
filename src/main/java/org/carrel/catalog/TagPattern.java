package org.carrel.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A MARC tag, or several alike: {@code 521}, {@code 59X}, {@code 9XX}. X stands for any one character. */
public record TagPattern(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{3}");

    public TagPattern {
        text = clean(text);
        if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("Not a tag or tag pattern: " + text);
    }

    /** For text a person typed: empty when it cannot be a tag. */
    public static Optional<TagPattern> parse(String text) {
        return SHAPE.matcher(clean(text)).matches() ? Optional.of(new TagPattern(text)) : Optional.empty();
    }

    private static String clean(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    public boolean matches(String tag) {
        if (tag.length() != text.length()) return false;
        for (var i = 0; i < tag.length(); i++) {
            var wanted = text.charAt(i);
            if (wanted != 'X' && wanted != Character.toUpperCase(tag.charAt(i))) return false;
        }
        return true;
    }

    /** How many characters are open: 0 for an exact tag. */
    public int open() {
        return (int) text.chars().filter(c -> c == 'X').count();
    }
}
