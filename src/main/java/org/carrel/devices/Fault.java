package org.carrel.devices;

/** What is broken, as coarse as somebody in a hurry can say. */
public enum Fault {
    SCREEN,
    KEYBOARD,
    BATTERY,
    POWER,
    HINGE,
    CAMERA,
    SOUND,
    NETWORK,
    SOFTWARE,
    LIQUID,
    LAMP,
    MISSING_PART,
    OTHER
}
