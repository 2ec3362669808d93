package org.carrel.devices.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Serial numbers, of which some are none: what makers leave in the memory of a board (V4). */
public final class Serials {
    private static final Set<String> PLACEHOLDERS = Set.of(
            "TO BE FILLED BY O.E.M.",
            "TO BE FILLED BY O.E.M",
            "TO BE FILLED BY OEM",
            "DEFAULT STRING",
            "SYSTEM SERIAL NUMBER",
            "SERIAL NUMBER",
            "CHASSIS SERIAL NUMBER",
            "BASE BOARD SERIAL NUMBER",
            "NOT SPECIFIED",
            "NOT APPLICABLE",
            "NOT AVAILABLE",
            "UNKNOWN",
            "UNDEFINED",
            "NONE",
            "NULL",
            "N/A",
            "NA",
            "#N/A",
            "OEM",
            "O.E.M.",
            "INVALID",
            "EMPTY",
            "TBD",
            "123456789",
            "1234567890",
            "0123456789");

    private Serials() {}

    /** As it is shown: without blanks around it, one blank where several were. */
    public static String shown(String read) {
        return read.strip().replaceAll("\\s+", " ");
    }

    /** By what a device is recognised: capitals. Empty for a placeholder and for nothing. */
    public static Optional<String> key(String read) {
        var key = shown(read).toUpperCase(Locale.ROOT);
        return isPlaceholder(key) ? Optional.empty() : Optional.of(key);
    }

    /** Whether the text says nothing: empty, one of the words of makers, or the same sign throughout ({@code 0}, {@code ----}, {@code XXXX}). */
    public static boolean isPlaceholder(String read) {
        var key = shown(read).toUpperCase(Locale.ROOT);
        return key.isEmpty()
                || PLACEHOLDERS.contains(key)
                || key.chars().distinct().count() == 1 && !isOneLetter(key);
    }

    private static boolean isOneLetter(String key) {
        return key.length() == 1 && key.charAt(0) != '0' && Character.isLetterOrDigit(key.charAt(0));
    }
}
