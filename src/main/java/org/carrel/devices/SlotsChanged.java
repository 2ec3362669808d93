package org.carrel.devices;

import java.io.Serializable;

/** What becomes of a change of slots or parts. */
public sealed interface SlotsChanged extends Serializable {
    /** @param what name of the slot, the device or the part @param from cart and slot that the device was in before; empty for none */
    record Done(String what, String from) implements SlotsChanged {}

    /** @param what it is about: a slot, a scan */
    record Refused(Why why, String what) implements SlotsChanged {}

    enum Why {
        NO_SUCH_CART,
        /** Nobody knows what was scanned, or several things go by it. */
        NO_SUCH_DEVICE,
        NO_SUCH_SLOT,
        /** There is no free slot left. */
        NO_FREE_SLOT,
        /** The cart has a slot of this name. */
        SLOT_TAKEN,
        /** Empty or too long. */
        SLOT_NAME,
        /** From 1 to 60 at once, and 200 in all. */
        SLOT_NUMBER,
        /** There is a device in it. */
        SLOT_FULL,
        /** A cart is in no slot of its own. */
        ITSELF,
        /** The cart is inside of what was scanned. */
        CIRCLE,
        /** A cart with kits is as deep as it goes (rule Q5). */
        TOO_DEEP,
        OTHER_SITE,
        /** Empty or too long, or there is one of this name. */
        PART_NAME,
        PART_NUMBER,
        NO_SUCH_PART
    }
}
