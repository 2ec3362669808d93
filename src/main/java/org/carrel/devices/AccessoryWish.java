package org.carrel.devices;

import java.util.UUID;

/**
 * A change of a count that somebody wants.
 *
 * @param request the same again does nothing a second time
 * @param site code
 * @param number how many, not below 0; for a count the count itself
 */
public record AccessoryWish(UUID request, int typeId, String site, Accessory.Why why, int number, String note) {}
