package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What did not come back with its cart or kit.
 *
 * @param cart name of the cart
 * @param device empty: a part of a kit
 * @param part number of what is owed of a part; empty: a device
 * @param name of the device, or of the part with its number
 * @param patron who had the cart
 * @param missing since when nobody looks for it any more
 */
public record OwedThing(
        long container,
        String cart,
        OptionalLong device,
        OptionalLong part,
        String name,
        String slot,
        OptionalLong patron,
        Instant since,
        Optional<Instant> missing)
        implements Serializable {}
