package org.carrel.devices;

import java.io.Serializable;

/** What came of a change to a ticket. */
public sealed interface RepairChanged extends Serializable {
    /** @param joined whether a ticket of the device was open already, which this was added to as a note */
    record Done(long ticket, boolean joined) implements RepairChanged {}

    /** Nothing was changed. */
    record Refused(Why why) implements RepairChanged {}

    /** Why nothing was changed. */
    enum Why {
        /** There is no such ticket within reach, or somebody else changed it meanwhile. */
        STALE,
        CLOSED,
        NO_SUCH_STEP,
        /** This needs a word about why. */
        NOTE_MISSING,
        NOTE_TOO_LONG,
        /** Somebody has the device: it is to be taken back first. */
        ON_LOAN,
        NO_SUCH_DEVICE,
        NO_SUCH_SITE,
        /** Neither a device nor a room. */
        NO_THING,
        ROOM_TOO_LONG,
        RETIRED,
        /** It is kept as it is until somebody lets it go: nobody mends it before (TS-3). */
        KEPT,
        REFERENCE_TOO_LONG,
        /** Minutes, hours or a number of parts. */
        NO_NUMBER,
        NO_MONEY,
        NO_SUCH_PART,
        NONE_LEFT,
        NAME_MISSING,
        NAME_TAKEN,
        /** It was decided already: the account of the person says what can be done. */
        CHARGED,
        /** Nobody is known to have had it. */
        NOBODY,
        NOT_ALLOWED,
        NO_ADDRESS,
        /** There is no mail server. */
        NO_MAIL,
        NOT_PERCENT,
        /** More claims free than the insurance pays for. */
        CLAIMS,
        // pictures
        NO_FILE,
        FILE_TOO_LARGE,
        NO_PICTURE,
        PICTURE_TOO_LARGE,
        TOO_MANY_PICTURES
    }
}
