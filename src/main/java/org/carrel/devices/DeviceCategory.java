package org.carrel.devices;

/** What kind of thing a model is. */
public enum DeviceCategory {
    CHROMEBOOK,
    LAPTOP,
    TABLET,
    HOTSPOT,
    CAMERA,
    PROJECTOR,
    WHITEBOARD,
    CALCULATOR,
    /** Microphones, headphones, recorders. */
    AUDIO,
    /** One with a tag of its own; those without are only counted. */
    CHARGER,
    CART,
    KIT,
    OTHER;

    /** The code of the item type by which such a thing is lent when nobody chose another: one that the first loan rules know. */
    public String itemType() {
        return this == CHROMEBOOK ? LAPTOP.name() : name();
    }
}
