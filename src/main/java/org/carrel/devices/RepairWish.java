package org.carrel.devices;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Somebody reports that something is broken.
 *
 * @param request the same one again opens no second ticket
 * @param site code; of the device, where there is one
 * @param device empty: something of the room
 * @param thing what kind of thing, where there is no device
 * @param deviceIn it was brought along: who mends it has it
 */
public record RepairWish(
        UUID request,
        String site,
        OptionalLong device,
        Optional<DeviceCategory> thing,
        String room,
        Fault fault,
        String description,
        boolean deviceIn,
        RepairPriority priority) {}
