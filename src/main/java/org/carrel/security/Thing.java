package org.carrel.security;

/** Things that belong to a site or a person, and whose number stands in addresses. */
public enum Thing {
    IMPORT,
    SCREEN,
    ACCOUNT,
    PATRON,
    ROSTER,
    PROGRAM,
    DEVICE,
    DEVICE_IMPORT,
    DEVICE_AUDIT
}
