package org.carrel.sessions;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * What became of a scan at the book cart of a class.
 *
 * @param title of what was scanned; as scanned when nobody knows it
 * @param session the other one that has it
 */
public record PullAnswer(Act act, String title, OptionalLong session) implements Serializable {
    /** What happened. */
    public enum Act {
        PULLED,
        PUT_BACK,
        /** It stands on the cart already. */
        ALREADY,
        /** Nothing is to be put back of it. */
        NOT_HERE,
        UNKNOWN,
        /** It belongs to another school. */
        OTHER_SITE,
        ON_LOAN,
        /** Somebody waits for it, or it is set aside for them: they come first. */
        WANTED,
        /** Another class has it. */
        OTHER_CLASS,
        /** It is lost, or no longer ours: the desk has to see it first. */
        NOT_OURS
    }

    static PullAnswer of(Act act, String title) {
        return new PullAnswer(act, title, OptionalLong.empty());
    }

    /** Whether it is as it should be. */
    public boolean isGood() {
        return act == Act.PULLED || act == Act.PUT_BACK || act == Act.ALREADY;
    }
}
