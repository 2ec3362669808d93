package org.carrel.devices;

import java.io.Serializable;

/** What came of ticking an accessory. */
public sealed interface LentAccessoryChanged extends Serializable {
    record Done(LentAccessory accessory) implements LentAccessoryChanged {}

    /** By the count there is none that could go out (V6). */
    record NoneLeft(LentAccessory accessory) implements LentAccessoryChanged {}

    record Refused(Why why) implements LentAccessoryChanged {}

    /** Why nothing changed. */
    enum Why {
        /** Not there, or not within reach. */
        NO_SUCH_THING,
        /** Who had the device is not known any more. */
        FORGOTTEN,
        /** Nobody owes it. */
        NOT_OWED,
        /** Nobody has said what such a thing costs. */
        NO_PRICE,
        CHARGED_ALREADY,
        NOT_ALLOWED
    }
}
