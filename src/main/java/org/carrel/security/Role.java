package org.carrel.security;

/** What somebody who can sign in is to the library. A kiosk has none: it belongs to nobody. */
public enum Role {
    STUDENT,
    TEACHER,
    /** For a day in a teacher's place. */
    SUBSTITUTE,
    TECHNICIAN,
    /** An aide or volunteer at the desk. */
    AIDE,
    LIBRARIAN,
    ADMIN
}
