package org.carrel.platform.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** An address within this application: starts with one slash, and no browser can read a host into it. */
public record LocalPath(String value) {
    /** Browsers take a backslash for a slash, and leave out tabs and line breaks: only plain ASCII is let in. */
    private static final Pattern SHAPE = Pattern.compile("/(?!/)[\\x21-\\x7E&&[^\\\\]]{0,2000}");

    /** The start page. */
    public static final LocalPath HOME = new LocalPath("/");

    public LocalPath {
        if (!SHAPE.matcher(value).matches()) throw new IllegalArgumentException("Not a local path: " + value);
    }

    /** For text from an address line: empty when it could lead to another host. */
    public static Optional<LocalPath> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new LocalPath(text)) : Optional.empty();
    }
}
