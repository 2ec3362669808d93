package org.carrel.devices.rules;

import java.util.Optional;
import org.carrel.devices.CartSlot.Fate;
import org.carrel.devices.Custody;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCondition;

/** What goes with a cart, and why something does not (rules V1 and Q1). */
public final class Fates {
    private Fates() {}

    /** @param child what the slot is for; empty for a free one */
    public static Fate of(Optional<Device> child) {
        return child.map(device -> kept(device, of(device.custody(), device.condition())))
                .orElse(Fate.FREE);
    }

    /** What is kept stays behind (TS-3). */
    private static Fate kept(Device device, Fate fate) {
        return fate == Fate.GOES && device.kept() ? Fate.NOT_READY : fate;
    }

    static Fate of(Custody custody, DeviceCondition condition) {
        return switch (custody) {
            case Custody.InContainer slot -> condition == DeviceCondition.READY ? Fate.GOES : Fate.NOT_READY;
            case Custody.InStock home -> condition == DeviceCondition.READY ? Fate.GOES : Fate.NOT_READY;
            case Custody.OnLoan loan -> Fate.LENT;
            case Custody.WithContainer away -> away.owed() ? Fate.OWED : Fate.AWAY;
            case Custody.Assigned year -> Fate.ASSIGNED;
            case Custody.AtRepair repair -> Fate.AT_REPAIR;
            case Custody.InTransit way -> Fate.IN_TRANSIT;
            case Custody.Gone gone -> Fate.GONE;
        };
    }
}
