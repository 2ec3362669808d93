package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A thing that the library lends and that is no book: an item with a device record.
 *
 * @param item number of its item, by which loans know it
 * @param tag asset tag, the barcode of its item; empty while it still needs one
 * @param serial as read; empty when unknown
 * @param condition as it is: what people set, and what the desk found since
 * @param conditionReason why it was set, or empty
 * @param supportEnds its own, else its model's
 * @param ownSupportEnds whether the day is its own
 * @param price in cents
 * @param fund which money paid for it
 * @param local fields that people here changed: imports leave them alone
 * @param kept whether it is kept as it is, as something that is needed may be on it alone: {@link KeptDevices}
 */
public record Device(
        long id,
        long item,
        int model,
        String manufacturer,
        String modelName,
        DeviceCategory category,
        String tag,
        String serial,
        DeviceCondition condition,
        String conditionReason,
        Instant conditionSince,
        int siteId,
        String siteCode,
        String siteName,
        String room,
        OptionalInt price,
        Optional<LocalDate> acquired,
        String vendor,
        String fund,
        String orderNumber,
        Optional<LocalDate> warrantyEnds,
        Optional<LocalDate> supportEnds,
        boolean ownSupportEnds,
        String note,
        Set<DeviceField> local,
        Custody custody,
        boolean kept,
        int version)
        implements Serializable {
    public Device {
        local = Set.copyOf(local);
    }

    /** Whether it has slots: a cart or a kit. */
    public boolean isContainer() {
        return category == DeviceCategory.CART || category == DeviceCategory.KIT;
    }

    public String fullModelName() {
        return DeviceModel.fullName(manufacturer, modelName);
    }

    /** How people call it: by its tag, else by its serial. */
    public String name() {
        if (!tag.isEmpty()) return tag;
        return serial.isEmpty() ? "#" + id : serial;
    }
}
