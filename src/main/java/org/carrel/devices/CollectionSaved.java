package org.carrel.devices;

import java.io.Serializable;

/** What becomes of a new collection. */
public sealed interface CollectionSaved extends Serializable {
    record Saved(long id) implements CollectionSaved {}

    record Wrong(Why why) implements CollectionSaved {}

    enum Why {
        /** Empty or too long. */
        NAME,
        /** No days, or the last one before the first. */
        DAYS,
        NO_SUCH_SITE
    }
}
