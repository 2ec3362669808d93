package org.carrel.devices.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
            if (change.text(field).length() > field.longest())
                problems.add(new DeviceProblem(field, DeviceProblem.Kind.TOO_LONG));
        }
        if (change.tag().isEmpty() && Serials.isPlaceholder(change.serial()))
            problems.add(new DeviceProblem(DeviceField.TAG, DeviceProblem.Kind.MISSING));
        else if (!change.tag().isEmpty() && !AssetTags.isReadable(change.tag()))
            problems.add(new DeviceProblem(DeviceField.TAG, DeviceProblem.Kind.NOT_READABLE));
        return problems;
    }

    /** Which fields a change makes different. */
    public static Set<DeviceField> differences(Device before, DeviceChange change) {
        var old = DeviceChange.of(before);
        var fields = EnumSet.noneOf(DeviceField.class);
        for (var field : DeviceField.values()) {
            if (!old.text(field).equals(change.text(field))) fields.add(field);
        }
        return fields;
    }
}
