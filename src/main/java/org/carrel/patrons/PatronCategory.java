package org.carrel.patrons;

/** Whom lending rules tell apart. */
public enum PatronCategory {
    STUDENT,
    TEACHER,
    STAFF,
    VOLUNTEER,
    OTHER
}
