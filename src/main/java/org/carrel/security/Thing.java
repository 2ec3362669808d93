package org.carrel.security;

/** Things that belong to a site or a person, and whose number stands in addresses. */
public enum Thing {
    IMPORT,
    SCREEN,
    ACCOUNT,
    PATRON,
    ROSTER,
    PROGRAM,
    DEVICE,
    DEVICE_IMPORT,
    /** A repair. */
    TICKET,
    /** A picture of a device or of what is broken. */
    PHOTO,
    DEVICE_AUDIT,
    /** Somebody scans shelves in their order. */
    SHELF_INVENTORY,
    /** A session of a class. */
    CLASS_SESSION,
    TESTING_WINDOW,
    /** A room in a test, on one day. */
    TESTING_ROOM,
    /** Sessions of a class on many days. */
    SESSION_SERIES,
    /** A copy of a title. */
    COPY,
    /** Many records or copies changed at once. */
    RECORD_BATCH,
    READING_LIST
}
