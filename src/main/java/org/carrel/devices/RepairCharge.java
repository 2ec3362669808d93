package org.carrel.devices;

import java.io.Serializable;
import java.util.List;
import org.carrel.circulation.ChargeReason;

/**
 * What a family pays for a repair.
 *
 * @param why as the account explains it, in the order of working it out
 */
public record RepairCharge(int cents, List<ChargeReason> why) implements Serializable {
    public RepairCharge {
        why = List.copyOf(why);
    }
}
