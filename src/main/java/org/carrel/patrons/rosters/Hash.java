package org.carrel.patrons.rosters;

/**
 * Eight bytes for a text, however long. Two of a million ids are the same with odds of one to some ten millions, and then one row
 * of a roster is taken for a repetition.
 */
final class Hash {
    private static final long START = 0x9E3779B97F4A7C15L;
    private static final long STEP = 0xBF58476D1CE4E5B9L;
    private static final long END = 0x94D049BB133111EBL;

    private Hash() {}

    /** Never 0. */
    static long of(String text) {
        var hash = START ^ text.length();
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * STEP;
            hash ^= hash >>> 32;
        }
        hash = (hash ^ hash >>> 29) * END;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
