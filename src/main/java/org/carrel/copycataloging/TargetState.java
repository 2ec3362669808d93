package org.carrel.copycataloging;

/**
 * What became of asking a target.
 *
 * @param records that it sent and that can be read
 * @param detail what it says itself, shortened for display; may be empty
 */
public record TargetState(String target, Outcome outcome, int records, String detail) {
    /** How it ended. */
    public enum Outcome {
        /** It has not answered yet, and is still waited for. */
        ASKING,
        ANSWERED,
        /** It answered that it has nothing. */
        NOTHING,
        /** It has not answered in the time it is given. */
        SLOW,
        /** There is no such server, or nobody is there. */
        UNREACHABLE,
        /** Its name leads into the school's own network, or to this machine. */
        INSIDE,
        /** It sends us to another address, which is not followed. */
        MOVED,
        /** It sends more than any answer has. */
        TOO_LARGE,
        /** It refuses, and says why. */
        DIAGNOSTIC,
        /** It answers what is no answer. */
        UNREADABLE
    }
}
