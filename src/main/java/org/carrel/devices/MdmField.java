package org.carrel.devices;

import java.util.List;

/** What a row of an export says of a device. */
public enum MdmField {
    /** The number that the management has given it. */
    MDM_ID(Use.IDENTITY),
    SERIAL(Use.IDENTITY),
    /** The tag as it is written down there: ours is set by people, and no import changes it (B81). */
    TAG(Use.FACT),
    MANUFACTURER(Use.NEW),
    MODEL(Use.NEW),
    PURCHASED(Use.NEW),
    /** In cents. */
    PRICE(Use.NEW),
    VENDOR(Use.NEW),
    PO_NUMBER(Use.FILL),
    WARRANTY_END(Use.FILL),
    NAME(Use.FACT),
    STATUS(Use.FACT),
    OS_VERSION(Use.FACT),
    /** The day on which updates end. */
    SUPPORT_END(Use.FACT),
    ENROLLED(Use.FACT),
    WIFI_MAC(Use.FACT),
    ETHERNET_MAC(Use.FACT),
    LOCATION(Use.FACT),
    ORG_UNIT(Use.FACT),
    NOTES(Use.FACT),
    LAST_SEEN(Use.SIGHTING),
    /** Who has used it last. */
    LAST_USER(Use.SIGHTING),
    /** Who has it, as the console says: we know better. */
    USER(Use.LOOK),
    /** The school's or somebody's own. */
    OWNERSHIP(Use.LOOK),
    /** Which kind of thing it may be. */
    SYSTEM(Use.LOOK),
    LOST_MODE(Use.LOOK);

    /** What a field is good for. */
    private enum Use {
        /** Finds the device; of one that is there already it is never changed. */
        IDENTITY,
        /** For a device that is new. */
        NEW,
        /** For a device that is new, and for one that has nothing there. */
        FILL,
        /** Kept with the device. */
        FACT,
        /** Kept with the device, and another with every export. */
        SIGHTING,
        /** Looked at and not kept. */
        LOOK
    }

    private final Use use;

    MdmField(Use use) {
        this.use = use;
    }

    /** Fields that a person may choose for the column of a list. */
    public static List<MdmField> ofLists() {
        return List.of(
                TAG,
                SERIAL,
                MANUFACTURER,
                MODEL,
                PURCHASED,
                PRICE,
                VENDOR,
                PO_NUMBER,
                WARRANTY_END,
                LOCATION,
                NOTES,
                USER);
    }

    /** Whether it is kept with the device, and compared. */
    public boolean isFact() {
        return use == Use.FACT || use == Use.SIGHTING;
    }

    /** Says when it was seen and with whom, which changes with every export. */
    public boolean isSighting() {
        return use == Use.SIGHTING;
    }

    /** Fills what is empty, and changes nothing. */
    public boolean fills() {
        return use == Use.FILL;
    }

    /** Names a person. */
    public boolean isPerson() {
        return this == USER || this == LAST_USER;
    }

    /** A moment. */
    public boolean isMoment() {
        return this == LAST_SEEN || this == ENROLLED;
    }
}
