package org.carrel.devices;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A device as it should be from now on; condition is set by another act.
 *
 * @param version of the device as it was shown
 * @param site code
 * @param supportEnds its own; empty: that of the model
 */
public record DeviceChange(
        long id,
        int version,
        int model,
        String tag,
        String serial,
        String site,
        String room,
        DevicePurchase purchase,
        Optional<LocalDate> supportEnds,
        String note) {
    /** The device as it is. */
    public static DeviceChange of(Device device) {
        return new DeviceChange(
                device.id(),
                device.version(),
                device.model(),
                device.tag(),
                device.serial(),
                device.siteCode(),
                device.room(),
                new DevicePurchase(
                        device.acquired(),
                        device.price(),
                        device.vendor(),
                        device.fund(),
                        device.orderNumber(),
                        device.warrantyEnds()),
                device.ownSupportEnds() ? device.supportEnds() : Optional.empty(),
                device.note());
    }
}
