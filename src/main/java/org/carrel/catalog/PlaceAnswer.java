package org.carrel.catalog;

import java.util.Locale;

/**
 * What a code of a vendor's file means here.
 *
 * @param code as the file has it
 * @param use the code here that stands for it; the same again to make a new place of it
 */
public record PlaceAnswer(Kind kind, String code, String use) {
    public PlaceAnswer {
        code = code.strip();
        use = use.strip();
    }

    /** What a code can be of. */
    public enum Kind {
        SITE,
        LOCATION,
        ITEM_TYPE
    }

    public boolean creates() {
        return code.equalsIgnoreCase(use);
    }

    public boolean isAbout(Kind other, String text) {
        return kind == other
                && code.toLowerCase(Locale.ROOT).equals(text.strip().toLowerCase(Locale.ROOT));
    }
}
