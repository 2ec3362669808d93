package org.carrel.catalog;

import java.io.Serializable;

/**
 * Under what else a heading of a record is looked for, by the authority of it.
 *
 * @param text that leads there; that of the record itself where another one is established
 * @param shown the established heading as readers see it: names without dates
 */
public record OtherForm(Use use, String text, String shown) implements Serializable {
    /** What the heading does in the record. */
    public enum Use {
        NAME,
        SUBJECT,
        GENRE,
        SERIES
    }
}
