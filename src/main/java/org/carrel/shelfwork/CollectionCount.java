package org.carrel.shelfwork;

import java.io.Serializable;
import java.util.OptionalInt;

/**
 * What there is of a class or a language.
 *
 * @param name 500 for the hundred or 590 for the ten, FIC, a language code; empty for what has none
 * @param dated copies whose year of publication is known
 * @param years the sum of those years
 * @param old copies that are older than the rules of weeding allow for their class
 * @param uses loans and uses in the room
 */
public record CollectionCount(String name, int copies, int dated, long years, int old, long uses)
        implements Serializable {
    public CollectionCount plus(CollectionCount other) {
        return new CollectionCount(
                name,
                copies + other.copies,
                dated + other.dated,
                years + other.years,
                old + other.old,
                uses + other.uses);
    }

    /** Rounded; empty when no year is known. */
    public OptionalInt averageYear() {
        return dated == 0 ? OptionalInt.empty() : OptionalInt.of(Math.round((float) years / dated));
    }

    /** In thousandths of all. */
    public int shareOf(CollectionCount all) {
        return thousandths(copies, all.copies);
    }

    /** Of all uses, in thousandths. */
    public int useShareOf(CollectionCount all) {
        return thousandths(uses, all.uses);
    }

    /** Of its own copies, in thousandths. */
    public int oldShare() {
        return thousandths(old, copies);
    }

    /**
     * Share of use by share of copies, in hundredths: 100 is as much as is to be expected, more is asked for more than there is.
     * Empty while nothing was used at all.
     */
    public OptionalInt demand(CollectionCount all) {
        if (all.uses == 0 || copies == 0) return OptionalInt.empty();
        return OptionalInt.of((int) Math.round(100.0 * uses * all.copies / ((double) copies * all.uses)));
    }

    private static int thousandths(long part, long whole) {
        return whole == 0 ? 0 : (int) Math.round(1000.0 * part / whole);
    }
}
