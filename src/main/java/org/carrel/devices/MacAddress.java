package org.carrel.devices;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * A network address. A hint by which somebody may look for a device, never a key: docks and adapters wander (V4).
 *
 * @param digits twelve hexadecimal digits in small letters
 */
public record MacAddress(Kind kind, String digits) implements Serializable {
    /** What it is the address of. */
    public enum Kind {
        WIFI,
        ETHERNET,
        BLUETOOTH,
        OTHER
    }

    public MacAddress {
        if (!digits.matches("[0-9a-f]{12}")) throw new IllegalArgumentException("No MAC address: " + digits);
    }

    /** In any spelling: {@code 02:00:5E:10:00:01}, {@code 02-00-…}, {@code 0200.5e10.0001}, {@code 02005e100001}. All zeros are none. */
    public static Optional<MacAddress> parse(Kind kind, String text) {
        var digits = text.strip().toLowerCase(Locale.ROOT).replaceAll("[:.\\- ]", "");
        if (!digits.matches("[0-9a-f]{12}") || digits.equals("000000000000")) return Optional.empty();
        return Optional.of(new MacAddress(kind, digits));
    }

    /** As people read it: {@code 02:00:5e:10:00:01}. */
    public String shown() {
        return digits.replaceAll("(..)(?!$)", "$1:");
    }
}
