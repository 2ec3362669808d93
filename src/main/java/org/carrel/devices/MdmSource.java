package org.carrel.devices;

/** The consoles by which schools manage devices. */
public enum MdmSource {
    /** Google Admin console, and GAM, which asks it. */
    GOOGLE,
    JAMF,
    INTUNE
}
