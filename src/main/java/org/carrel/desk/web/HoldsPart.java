package org.carrel.desk.web;

import java.util.Arrays;
import java.util.Locale;

/** The parts of desk/holds.xhtml. Their names stand under {@code holdsPart.NAME}. */
enum HoldsPart {
    /** To fetch from the shelves. */
    PULL,
    /** To be picked up. */
    SHELF,
    /** On the hold shelf for nobody any more. */
    LEFT,
    /** Between schools. */
    TRANSFERS;

    /** As addresses have it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first one for what is none. */
    static HoldsPart of(String word) {
        return Arrays.stream(values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElse(PULL);
    }
}
