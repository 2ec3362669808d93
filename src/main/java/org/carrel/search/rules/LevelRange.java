package org.carrel.search.rules;

import org.carrel.search.Facet;

/** The range of reading levels in which a level lies, as results are narrowed by it. */
public final class LevelRange {
    private static final int HUNDRED = 100;

    private LevelRange() {}

    /** @param lexile in L; those of beginning readers are negative */
    public static String ofLexile(int lexile) {
        return lexile < 0 ? Facet.BEGINNER : Integer.toString(lexile / HUNDRED * HUNDRED);
    }

    /** @param level Accelerated Reader book level, a grade with one decimal; empty for what is none */
    public static String ofReader(double level) {
        return level < 0 ? "" : Integer.toString((int) Math.floor(level));
    }
}
