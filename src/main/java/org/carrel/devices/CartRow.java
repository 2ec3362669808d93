package org.carrel.devices;

import java.io.Serializable;

/**
 * A cart or kit in a list.
 *
 * @param slots with a device in them
 * @param there how many of these are where they belong
 * @param owed how many did not come back
 * @param incomplete a part that the kit needs is missing
 * @param counting its return is not closed
 */
public record CartRow(Device cart, int slots, int there, int owed, boolean incomplete, boolean counting)
        implements Serializable {}
