package org.carrel.shelfwork;

/** What came of closing an inventory, or of taking that back. */
public enum ShelfClosed {
    DONE,
    /** It is closed already, by another form, or too long ago to be opened again. */
    OVER,
    /** More was scanned, lent or found since the form was shown: nothing was done, look again. */
    CHANGED,
    /** Somebody has begun another one of the same place since. */
    ANOTHER_OPEN
}
