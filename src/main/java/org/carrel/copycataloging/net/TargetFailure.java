package org.carrel.copycataloging.net;

import org.carrel.copycataloging.TargetState.Outcome;

/** Why a target gave no records. Its message is what the target says itself, or empty. */
public final class TargetFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    public TargetFailure(Outcome outcome, String detail) {
        super(detail);
        this.outcome = outcome;
    }

    TargetFailure(Outcome outcome, Throwable cause) {
        super("", cause);
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** What the target says; may be empty. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
