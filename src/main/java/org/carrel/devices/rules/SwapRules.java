package org.carrel.devices.rules;

import java.util.Optional;
import org.carrel.devices.Custody;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCondition;

/** Which device may be lent for a broken one. What the desk's own rules say of lending comes besides. */
public final class SwapRules {
    private SwapRules() {}

    /** Why there is no swap. */
    public enum Problem {
        /** No device has such a tag or serial, or none within reach. */
        UNKNOWN,
        /** Several have this serial: a tag says which. */
        SEVERAL,
        /** Nobody has it, so nobody needs a loaner for it. */
        OF_NOBODY,
        /** Retired, stolen or missing. */
        GONE,
        /** The broken one was scanned again. */
        SAME,
        /** It is broken itself, or somebody has to look at it first. */
        NOT_READY,
        /** Somebody has it. */
        LOANER_OUT,
        /** The site has loaners, and this is none of them. */
        NOT_A_LOANER,
        /** Another loaner is out for this device: its name. */
        OTHER_LOANER,
        /** This loaner is out for another device: its name. */
        OTHER_DEVICE,
        /** Something has happened since the page was shown. */
        STALE
    }

    /** Whether what is broken can be taken in for a loaner. */
    public static Optional<Problem> broken(Device device) {
        var gone = device.condition().isGone() || device.condition() == DeviceCondition.MISSING;
        return gone ? Optional.of(Problem.GONE) : Optional.empty();
    }

    /**
     * @param broken number of the device it is lent for
     * @param isLoaner it is one of the loaners
     * @param hasLoaners its site has any at all; where it has none, every device that can be lent is one
     */
    public static Optional<Problem> loaner(Device device, long broken, boolean isLoaner, boolean hasLoaners) {
        if (device.id() == broken) return Optional.of(Problem.SAME);
        if (device.custody() instanceof Custody.OnLoan || device.custody() instanceof Custody.Assigned)
            return Optional.of(Problem.LOANER_OUT);
        if (device.condition() != DeviceCondition.READY || device.custody() instanceof Custody.AtRepair)
            return Optional.of(Problem.NOT_READY);
        if (hasLoaners && !isLoaner) return Optional.of(Problem.NOT_A_LOANER);
        return Optional.empty();
    }
}
