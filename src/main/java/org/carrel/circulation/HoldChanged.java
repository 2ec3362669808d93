package org.carrel.circulation;

/** Every answer to a change of a hold. The sentences stand under {@code holdChanged.NAME}. */
public enum HoldChanged {
    DONE,
    /** It is over, or was never there, or belongs to another site. */
    GONE,
    /** The role does not go against the order of the queue. */
    NOT_ALLOWED,
    NO_SUCH_SITE,
    NO_REASON,
    /** The day is over, or more than a year away. */
    BAD_DAY,
    /** A copy is ready or on its way: it is picked up or cancelled, not put off. */
    COPY_SET_ASIDE
}
