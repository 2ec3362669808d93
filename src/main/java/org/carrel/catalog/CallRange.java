package org.carrel.catalog;

import java.io.Serializable;

/**
 * Call numbers that stand together, as labels: from one to another, both and all that begins like the last one included.
 *
 * @param location the number of a shelf location, 0 when it does not matter
 */
public record CallRange(int location, String from, String to) implements Serializable {
    /** Longest label at either end. */
    public static final int MAX_LABEL = 60;

    /** "FIC A – FIC L", or "REF" when both ends are the same. */
    public String text() {
        return from.equalsIgnoreCase(to) ? from : from + " – " + to;
    }
}
