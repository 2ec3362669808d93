package org.carrel.notices;

/** What has become of a notice. */
public enum NoticeState {
    /** Waits: for its time, for the next try, or to be printed. */
    QUEUED,
    /** A node speaks to the mail server. */
    SENDING,
    /** The mail server has taken it, or it is printed. */
    SENT,
    /** Will not be tried again unless somebody says so. */
    FAILED,
    /** The line broke before the mail server said whether it has it: never sent again by itself. */
    UNKNOWN,
    /** Somebody here holds it back. */
    HELD,
    /** There is nothing to say any more. */
    CANCELLED;

    /** Nothing is done with it any more. */
    public boolean isOver() {
        return this == SENT || this == CANCELLED;
    }
}
