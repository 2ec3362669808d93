package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;

/**
 * Yes or no to the words of an agreement.
 *
 * @param signer who signed, as typed: the person or a guardian
 * @param signature the line of a pen as an SVG path; empty: typed and ticked
 */
public record AgreementAnswer(
        long id,
        int agreement,
        int version,
        long patron,
        boolean accepted,
        Way way,
        String signer,
        String signature,
        Instant at)
        implements Serializable {
    /** In characters. */
    public static final int LONGEST_SIGNER = 200;

    /** Where it was given. */
    public enum Way {
        /** On a screen at the desk, with the person there. */
        DESK,
        /** On paper, which staff wrote down here. */
        PAPER,
        /** By the person's own account. */
        OWN_ACCOUNT
    }
}
