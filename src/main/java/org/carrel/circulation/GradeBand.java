package org.carrel.circulation;

/** Grades together, so that a count says nothing about one child (rule PR-2). */
public enum GradeBand {
    PK_2,
    G3_5,
    G6_8,
    G9_12,
    /** A student whose grade nobody knows. */
    NO_GRADE,
    /** Whoever is no student. */
    GROWN_UP
}
