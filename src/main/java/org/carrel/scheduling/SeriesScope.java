package org.carrel.scheduling;

/** How much of a series is meant. What is over is never meant. */
public enum SeriesScope {
    THIS,
    /** This one and those planned for later days. */
    FOLLOWING,
    /** All that are to come. */
    COMING
}
