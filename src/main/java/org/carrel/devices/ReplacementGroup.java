package org.carrel.devices;

import java.io.Serializable;

/**
 * Devices of a model that are to be replaced in a year.
 *
 * @param year 0: nobody knows when
 * @param bySupport how many of them because their maker's support ends, the others by age
 * @param cost in cents, of those whose price is known
 * @param unknown how many have no known price
 */
public record ReplacementGroup(int year, String model, int devices, int bySupport, long cost, int unknown)
        implements Serializable {}
