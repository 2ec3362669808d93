package org.carrel.circulation;

/** Why a hold is not placed. The sentences stand under {@code holdProblem.NAME}. */
public enum HoldProblem {
    /** Has left, or was merged into somebody. */
    NOT_ACTIVE(false),
    /** Nothing that could ever be lent. */
    NO_COPY(false),
    /** The copy that is wanted is not of this title, or can never be lent. */
    NO_SUCH_COPY(false),
    NO_SUCH_SITE(false),
    BAD_QUANTITY(false),
    /** One hold a person and title: who wants several copies says how many. */
    ALREADY_HELD(false),
    ALREADY_ON_LOAN(true),
    BLOCKED(true),
    NOT_ALLOWED(true),
    TOO_MANY(true),
    TOO_MANY_TODAY(true);

    private final boolean overridable;

    HoldProblem(boolean overridable) {
        this.overridable = overridable;
    }

    /** Whether staff may place it all the same, with a reason. */
    public boolean isOverridable() {
        return overridable;
    }
}
