package org.carrel.devices;

/**
 * A device that is put into the inventory.
 *
 * @param tag as scanned; empty when it has none yet
 * @param serial as scanned; empty when it has none
 * @param site code
 */
public record NewDevice(int model, String tag, String serial, String site, String room, DevicePurchase purchase) {}
