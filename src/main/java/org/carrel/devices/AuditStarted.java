package org.carrel.devices;

import java.io.Serializable;

/** What came of beginning an audit. */
public sealed interface AuditStarted extends Serializable {
    /** @param already whether it was open before, so that this goes on with it */
    record Started(long id, boolean already) implements AuditStarted {}

    record Refused(Why why) implements AuditStarted {}

    /** Why there is none. */
    enum Why {
        /** Nothing was typed. */
        NO_PLACE,
        NO_SUCH_SITE,
        /** No device belongs to a room of this name, and no cart has this label. */
        NOTHING_BELONGS_THERE,
        /** This device is no cart and no kit. */
        NO_CART
    }
}
