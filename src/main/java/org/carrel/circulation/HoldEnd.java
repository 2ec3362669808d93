package org.carrel.circulation;

/** How a hold ended. The sentences stand under {@code holdEnd.NAME}. */
public enum HoldEnd {
    PICKED_UP("filled"),
    BY_PATRON("cancelled"),
    BY_STAFF("cancelled"),
    NOT_PICKED_UP("expired"),
    /** No copy is left that could be lent. */
    TITLE_GONE("cancelled"),
    PATRON_LEFT("cancelled"),
    /** Two entries of one person both waited: the earlier hold goes on. */
    MERGED("cancelled");

    private final String state;

    HoldEnd(String state) {
        this.state = state;
    }

    /** Of the hold afterwards, as the table spells it. */
    public String state() {
        return state;
    }
}
