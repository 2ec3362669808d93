package org.carrel.devices;

import java.io.Serializable;
import java.util.List;

/**
 * A device with everything that hangs on it.
 *
 * @param oldTags labels that it had before, the latest first
 * @param events its history, the latest first; loans are another matter
 */
public record DeviceFile(
        Device device,
        DeviceModel model,
        List<String> oldTags,
        List<MdmFacts> consoles,
        List<LastUser> lastUsers,
        List<MacAddress> macs,
        List<DeviceEvent> events)
        implements Serializable {}
