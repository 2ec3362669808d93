package org.carrel.devices;

/** How soon a ticket is to be closed: within the open hours that the school has decided for each. */
public enum RepairPriority {
    HIGH,
    NORMAL,
    LOW
}
