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

    public DeviceChange inRoom(String other) {
        return new DeviceChange(id, version, model, tag, serial, site, other, purchase, supportEnds, note);
    }

    /** @param code of the site */
    public DeviceChange atSite(String code) {
        return new DeviceChange(id, version, model, tag, serial, code, room, purchase, supportEnds, note);
    }

    public DeviceChange ofModel(int other) {
        return new DeviceChange(id, version, other, tag, serial, site, room, purchase, supportEnds, note);
    }

    /** With another serial. */
    public DeviceChange withSerial(String other) {
        return new DeviceChange(id, version, model, tag, other, site, room, purchase, supportEnds, note);
    }

    /** With another label. */
    public DeviceChange labelled(String other) {
        return new DeviceChange(id, version, model, other, serial, site, room, purchase, supportEnds, note);
    }

    /** @param fund which money paid for it */
    public DeviceChange paidBy(String fund) {
        var bought = new DevicePurchase(
                purchase.acquired(),
                purchase.price(),
                purchase.vendor(),
                fund,
                purchase.orderNumber(),
                purchase.warrantyEnds());
        return new DeviceChange(id, version, model, tag, serial, site, room, bought, supportEnds, note);
    }

    /** The same, and it belongs into another room. */
    public DeviceChange movedTo(String otherSite, String otherRoom) {
        return new DeviceChange(id, version, model, tag, serial, otherSite, otherRoom, purchase, supportEnds, note);
    }

    /** As it stands in a history: the value as text, empty for none; a model by number, a price in cents. */
    public String text(DeviceField field) {
        return switch (field) {
            case TAG -> tag;
            case SERIAL -> serial;
            case MODEL -> String.valueOf(model);
            case SITE -> site;
            case ROOM -> room;
            case ACQUIRED -> text(purchase.acquired());
            case PRICE ->
                purchase.price().isPresent() ? String.valueOf(purchase.price().getAsInt()) : "";
            case VENDOR -> purchase.vendor();
            case FUND -> purchase.fund();
            case ORDER_NUMBER -> purchase.orderNumber();
            case WARRANTY_ENDS -> text(purchase.warrantyEnds());
            case SUPPORT_ENDS -> text(supportEnds);
            case NOTE -> note;
        };
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
