package org.carrel.circulation;

/** What becomes of a loan by minutes or hours that would end when the doors are closed (rule D3). */
public enum AfterHours {
    /** Ends when they close for the last time before that. */
    END_OF_HOURS,
    /** Ends when they open again, or some minutes later. */
    NEXT_OPENING
}
