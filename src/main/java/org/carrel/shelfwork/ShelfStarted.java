package org.carrel.shelfwork;

import java.io.Serializable;

/** What came of beginning an inventory. */
public sealed interface ShelfStarted extends Serializable {
    /** @param before whether it was open already, and is gone on with */
    record Started(long id, boolean before) implements ShelfStarted {}

    record Refused(Why why) implements ShelfStarted {}

    /** What is wrong with the wish. */
    enum Why {
        NO_SUCH_SITE,
        NO_SUCH_LOCATION,
        /** One end of the range is given and the other is not. */
        HALF_A_RANGE,
        /** A label cannot be read, or nothing can stand between the two. */
        NO_RANGE
    }
}
