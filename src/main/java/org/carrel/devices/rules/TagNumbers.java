package org.carrel.devices.rules;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tags that are counted on (B76): 000001, 000002 … 000010. */
public final class TagNumbers {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]+)");

    private TagNumbers() {}

    /** The one after it, as wide; empty for a tag that does not end with figures. */
    public static Optional<String> next(String tag) {
        var parts = NUMBERED.matcher(tag.strip());
        if (!parts.matches()) return Optional.empty();
        var figures = parts.group(2);
        var next = new BigInteger(figures).add(BigInteger.ONE).toString();
        return Optional.of(parts.group(1) + "0".repeat(Math.max(0, figures.length() - next.length())) + next);
    }
}
