package org.carrel.devices;

/** What came of closing an audit. */
public enum AuditClosed {
    DONE,
    /** It is closed already, by another form. */
    OVER,
    /** Somebody has scanned or lent more meanwhile: nothing was done, look again. */
    CHANGED,
    /** There is no free slot for so many; nothing was done. */
    NO_SLOT
}
