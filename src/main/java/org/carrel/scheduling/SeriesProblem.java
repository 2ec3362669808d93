package org.carrel.scheduling;

/** What is wrong with a series before anybody looks at what is free. */
public enum SeriesProblem {
    /** The last day is before the first (B-26). */
    ENDS_BEFORE,
    /** Longer than a school year, or more sessions than {@link SeriesWish#MOST}. */
    TOO_LONG,
    /** None of its days comes. */
    NO_DAYS,
    /** Two of its sessions would be at the same time (B-15). */
    OVERLAPS_ITSELF
}
