package org.carrel.devices.rules;

import java.util.ArrayList;
import java.util.List;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.LoanBlock;
import org.carrel.devices.DeviceCondition;

/**
 * What speaks against giving a device out besides what the desk finds of its item (V1): the same for one and for many, for a loan
 * and for the year.
 */
public final class DeviceBlocks {
    private DeviceBlocks() {}

    public static List<Blocked> of(DeviceForLoan device) {
        var blocks = new ArrayList<Blocked>();
        if (device.assignment().isPresent()) {
            var block = device.theirs() ? LoanBlock.DEVICE_IS_THEIRS : LoanBlock.DEVICE_ASSIGNED;
            blocks.add(Blocked.of(block, device.assignment().getAsLong()));
        }
        if (device.kept()) blocks.add(Blocked.of(LoanBlock.DEVICE_KEPT));
        if (device.ticket().isPresent()) blocks.add(Blocked.of(LoanBlock.DEVICE_AT_REPAIR));
        // What is missing and scanned is found: the desk asks about that itself (B42).
        if (device.condition() != DeviceCondition.READY && device.condition() != DeviceCondition.MISSING)
            blocks.add(Blocked.of(LoanBlock.DEVICE_NOT_READY, device.condition()));
        for (var agreement : device.unsigned()) blocks.add(Blocked.of(LoanBlock.AGREEMENT_MISSING, agreement));
        return blocks;
    }
}
