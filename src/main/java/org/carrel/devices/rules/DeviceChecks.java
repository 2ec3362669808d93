package org.carrel.devices.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceChange;
import org.carrel.devices.DeviceField;
import org.carrel.devices.DeviceProblem;
import org.carrel.devices.DevicePurchase;

/** What can be said of a device without asking what there is. */
public final class DeviceChecks {
    private DeviceChecks() {}

    /** Without blanks around the texts. */
    public static DeviceChange cleaned(DeviceChange typed) {
        var bought = typed.purchase();
        return new DeviceChange(
                typed.id(),
                typed.version(),
                typed.model(),
                AssetTags.shown(typed.tag()),
                Serials.shown(typed.serial()),
                typed.site().strip(),
                Serials.shown(typed.room()),
                new DevicePurchase(
                        bought.acquired(),
                        bought.price(),
                        bought.vendor().strip(),
                        bought.fund().strip(),
                        bought.orderNumber().strip(),
                        bought.warrantyEnds()),
                typed.supportEnds(),
                typed.note().strip());
    }

    public static List<DeviceProblem> problems(DeviceChange change) {
        var problems = new ArrayList<DeviceProblem>();
        for (var field : DeviceField.values()) {
            if (text(change, field).length() > field.longest())
                problems.add(new DeviceProblem(field, DeviceProblem.Kind.TOO_LONG));
        }
        if (change.tag().isEmpty() && Serials.isPlaceholder(change.serial()))
            problems.add(new DeviceProblem(DeviceField.TAG, DeviceProblem.Kind.MISSING));
        else if (!change.tag().isEmpty() && !AssetTags.isReadable(change.tag()))
            problems.add(new DeviceProblem(DeviceField.TAG, DeviceProblem.Kind.NOT_READABLE));
        return problems;
    }

    /** As it stands in a history: the value as text, empty for none; a model and a site by number and code. */
    public static String text(DeviceChange change, DeviceField field) {
        var bought = change.purchase();
        return switch (field) {
            case TAG -> change.tag();
            case SERIAL -> change.serial();
            case MODEL -> String.valueOf(change.model());
            case SITE -> change.site();
            case ROOM -> change.room();
            case ACQUIRED -> bought.acquired().map(Objects::toString).orElse("");
            case PRICE ->
                bought.price().isPresent() ? String.valueOf(bought.price().getAsInt()) : "";
            case VENDOR -> bought.vendor();
            case FUND -> bought.fund();
            case ORDER_NUMBER -> bought.orderNumber();
            case WARRANTY_ENDS -> bought.warrantyEnds().map(Objects::toString).orElse("");
            case SUPPORT_ENDS -> change.supportEnds().map(Objects::toString).orElse("");
            case NOTE -> change.note();
        };
    }

    /** Which fields a change makes different. */
    public static Set<DeviceField> differences(Device before, DeviceChange change) {
        var old = DeviceChange.of(before);
        var fields = EnumSet.noneOf(DeviceField.class);
        for (var field : DeviceField.values()) {
            if (!text(old, field).equals(text(change, field))) fields.add(field);
        }
        return fields;
    }
}
