package org.carrel.devices.rules;

import java.util.Optional;
import org.carrel.devices.Custody;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.SwapProblem;

/** Which device may be lent for a broken one. What the desk's own rules say of lending comes besides. */
public final class SwapRules {
    private SwapRules() {}

    /** Whether what is broken can be taken in for a loaner. */
    public static Optional<SwapProblem> broken(Device device) {
        var gone = device.condition().isGone() || device.condition() == DeviceCondition.MISSING;
        return gone ? Optional.of(SwapProblem.GONE) : Optional.empty();
    }

    /**
     * @param broken number of the device it is lent for
     * @param isLoaner it is one of the loaners
     * @param hasLoaners its site has any at all; where it has none, every device that can be lent is one
     */
    public static Optional<SwapProblem> loaner(Device device, long broken, boolean isLoaner, boolean hasLoaners) {
        if (device.id() == broken) return Optional.of(SwapProblem.SAME);
        if (device.custody() instanceof Custody.OnLoan || device.custody() instanceof Custody.Assigned)
            return Optional.of(SwapProblem.LOANER_OUT);
        if (device.condition() != DeviceCondition.READY || device.custody() instanceof Custody.AtRepair)
            return Optional.of(SwapProblem.NOT_READY);
        if (hasLoaners && !isLoaner) return Optional.of(SwapProblem.NOT_A_LOANER);
        return Optional.empty();
    }
}
