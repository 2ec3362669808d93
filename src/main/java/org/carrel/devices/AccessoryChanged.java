package org.carrel.devices;

import java.io.Serializable;

/** What came of changing a count. */
public sealed interface AccessoryChanged extends Serializable {
    /** @param quantity how many there are now */
    record Done(int quantity) implements AccessoryChanged {}

    /** There are not so many (V6). @param quantity how many there are */
    record NoneLeft(int quantity) implements AccessoryChanged {}

    record Refused(Why why) implements AccessoryChanged {}

    /** Why nothing changed. */
    enum Why {
        NO_SUCH_THING,
        NO_NUMBER,
        NOTE_TOO_LONG,
        NAME_MISSING,
        NAME_TOO_LONG,
        NAME_TAKEN
    }
}
