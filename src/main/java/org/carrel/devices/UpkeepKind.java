package org.carrel.devices;

/** What is done to devices again and again. */
public enum UpkeepKind {
    CLEANING,
    BATTERY,
    LAMP,
    FILTER,
    INSPECTION,
    OTHER
}
