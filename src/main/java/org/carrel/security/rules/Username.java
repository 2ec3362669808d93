package org.carrel.security.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name with which somebody signs in; may be an e-mail address. Lower case. */
public record Username(String value) {
    /** In characters. */
    public static final int LONGEST = 64;

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9._@+-]{0,62}[a-z0-9])?");

    public Username {
        if (!SHAPE.matcher(value).matches()) throw new IllegalArgumentException("Not a user name: " + value);
    }

    /** For text that a person typed: empty when nobody can have that name. */
    public static Optional<Username> parse(String typed) {
        var plain = typed.strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(plain).matches() ? Optional.of(new Username(plain)) : Optional.empty();
    }
}
