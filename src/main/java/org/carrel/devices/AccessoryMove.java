package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;

/**
 * A change of a count.
 *
 * @param quantity up when positive
 * @param by display name of who did it; empty: nobody at a screen
 */
public record AccessoryMove(
        Instant at, String name, String site, int quantity, Accessory.Why why, String by, String note)
        implements Serializable {}
