package org.carrel.search.rest;

import java.util.List;
import org.carrel.catalog.Item;

/** How many copies are on the shelf now, of how many. */
public record Availability(State state, long in, long total) {

    /** UNKNOWN: the database did not answer, the numbers say nothing. */
    public enum State {
        IN,
        OUT,
        NONE,
        UNKNOWN
    }

    static Availability of(List<Item> items, boolean known) {
        var in = items.stream().filter(Item::available).count();
        return new Availability(state(items, in, known), in, items.size());
    }

    private static State state(List<Item> items, long in, boolean known) {
        if (!known) return State.UNKNOWN;
        if (items.isEmpty()) return State.NONE;
        return in > 0 ? State.IN : State.OUT;
    }
}
