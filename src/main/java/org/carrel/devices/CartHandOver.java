package org.carrel.devices;

import java.io.Serializable;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a cart goes or comes.
 *
 * @param way trusted: all that can go; counted: by a number; scanned: by the round that is open
 * @param counted so many are in the cart; empty for none typed
 * @param absent devices that are not there
 * @param parts how many there are of each part of a kit, by its number; what is not said is there as it was
 */
public record CartHandOver(CartOut.Way way, OptionalInt counted, Set<Long> absent, Map<Long, Integer> parts)
        implements Serializable {
    public CartHandOver {
        absent = Set.copyOf(absent);
        parts = Map.copyOf(parts);
    }

    public static CartHandOver trusted() {
        return new CartHandOver(CartOut.Way.TRUSTED, OptionalInt.empty(), Set.of(), Map.of());
    }

    public static CartHandOver counted(int number, Set<Long> absent) {
        return new CartHandOver(CartOut.Way.COUNTED, OptionalInt.of(number), absent, Map.of());
    }

    public static CartHandOver scanned() {
        return new CartHandOver(CartOut.Way.SCANNED, OptionalInt.empty(), Set.of(), Map.of());
    }

    public CartHandOver with(Map<Long, Integer> there) {
        return new CartHandOver(way, counted, absent, there);
    }
}
