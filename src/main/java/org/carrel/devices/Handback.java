package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody declined an agreement and still has a device: the desk has to get it.
 *
 * @param deviceName how people call the device
 * @param agreement name of what was declined
 */
public record Handback(long id, long device, String deviceName, long patron, String agreement, Instant since)
        implements Serializable {}
