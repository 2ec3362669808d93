package org.carrel.shelfwork;

import java.io.Serializable;
import java.util.List;

/** The copies of a site that rules name, and those that somebody has decided to keep, in the order of the shelves. */
public record WeedingList(List<WeedingRow> rows, List<WeedingCopy> kept) implements Serializable {
    public WeedingList {
        rows = List.copyOf(rows);
        kept = List.copyOf(kept);
    }
}
