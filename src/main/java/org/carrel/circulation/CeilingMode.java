package org.carrel.circulation;

/** How a ceiling date and the date that was worked out go together (rule D4). */
public enum CeilingMode {
    /** Not later than the ceiling. */
    BEFORE,
    /** On the ceiling, always. */
    EXACTLY,
    /** Not before the ceiling. */
    AFTER
}
