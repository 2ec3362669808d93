package org.carrel.copycataloging;

/**
 * What speaks for a record.
 *
 * @param isbn whether it is about the number that was asked for
 * @param level MARC 21 leader/17: full records come before those that are known to be poor
 * @param wanted whether it is described in a language that readers here have
 */
public record RecordMerit(
        boolean isbn,
        Level level,
        boolean wanted,
        boolean callNumber,
        boolean subjects,
        boolean summary,
        boolean audience,
        int fields) {
    /** How far somebody has cataloged, the best last. */
    public enum Level {
        /** Before the book was there, or by a machine: 5, 8, u, z, J, M. */
        PRELIMINARY,
        /** 2, 3, 7, K: less than full. */
        LESS,
        /** blank, 1, 4, I, L. */
        FULL
    }

    /** Whether nothing better is worth waiting for. */
    public boolean isGood() {
        return isbn && wanted && level == Level.FULL && callNumber && subjects;
    }
}
