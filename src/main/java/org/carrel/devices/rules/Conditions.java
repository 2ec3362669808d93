package org.carrel.devices.rules;

import static org.carrel.devices.DeviceCondition.AT_VENDOR;
import static org.carrel.devices.DeviceCondition.BROKEN;
import static org.carrel.devices.DeviceCondition.MISSING;
import static org.carrel.devices.DeviceCondition.NEEDS_CHECK;
import static org.carrel.devices.DeviceCondition.READY;
import static org.carrel.devices.DeviceCondition.RETIRED;
import static org.carrel.devices.DeviceCondition.STOLEN;
import static org.carrel.devices.DeviceCondition.WAITING_PARTS;

import java.util.Set;
import org.carrel.catalog.ItemCondition;
import org.carrel.devices.DeviceCondition;

/**
 * Condition of a device and of its item. People set the device's, and the item follows, which is what the desk goes by; what the
 * desk finds since then (damaged, lost, found) it says of the item, and the device's condition is what both say together.
 */
public final class Conditions {
    private static final Set<DeviceCondition> FIXABLE = Set.of(NEEDS_CHECK, BROKEN, WAITING_PARTS, AT_VENDOR);

    private Conditions() {}

    /** What the desk sees of a device in this condition. @param lendable false: the desk refuses it */
    public record Use(ItemCondition condition, boolean lendable, boolean withdrawn) {}

    /** What the item says when people set this. */
    public static Use use(DeviceCondition set) {
        return switch (set) {
            case READY -> new Use(ItemCondition.GOOD, true, false);
            case PRE_RECEIPT, NEEDS_CHECK, RETIRED_PENDING -> new Use(ItemCondition.GOOD, false, false);
            case BROKEN, WAITING_PARTS, AT_VENDOR -> new Use(ItemCondition.IN_REPAIR, false, false);
            case RETIRED -> new Use(ItemCondition.GOOD, false, true);
            case STOLEN -> new Use(ItemCondition.MISSING, false, false);
            // Whoever finds it scans it, and can lend it at once (B42).
            case MISSING -> new Use(ItemCondition.MISSING, true, false);
        };
    }

    /** The condition as it is. @param set by people @param item as the desk knows it now */
    public static DeviceCondition now(DeviceCondition set, ItemCondition item) {
        if (set == RETIRED) return RETIRED;
        return switch (item) {
            case GOOD, WORN -> whole(set);
            case DAMAGED -> FIXABLE.contains(set) ? set : NEEDS_CHECK;
            case IN_REPAIR -> FIXABLE.contains(set) ? set : BROKEN;
            case LOST, MISSING -> set == STOLEN ? STOLEN : MISSING;
        };
    }

    /** What was missing turned up and can be lent; what was stolen or broken needs a look, though the desk calls it whole. */
    private static DeviceCondition whole(DeviceCondition set) {
        return switch (set) {
            case MISSING -> READY;
            case STOLEN, BROKEN, WAITING_PARTS, AT_VENDOR -> NEEDS_CHECK;
            case PRE_RECEIPT, READY, NEEDS_CHECK, RETIRED_PENDING, RETIRED -> set;
        };
    }
}
