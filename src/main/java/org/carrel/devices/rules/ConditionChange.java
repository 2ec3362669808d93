package org.carrel.devices.rules;

import java.util.Optional;
import java.util.Set;
import org.carrel.devices.ConditionSet.Why;
import org.carrel.devices.Custody;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCondition;

/** Whether a condition may be set (V3). */
public final class ConditionChange {
    /** In characters. */
    public static final int LONGEST_REASON = 500;

    /** These are asked about later: they need a word about why. */
    private static final Set<DeviceCondition> NEED_REASON = Set.of(
            DeviceCondition.BROKEN,
            DeviceCondition.RETIRED_PENDING,
            DeviceCondition.RETIRED,
            DeviceCondition.STOLEN,
            DeviceCondition.MISSING);

    /** As what is kept must not become: who mends or wipes it would have it (TS-3). That it is lost may be said. */
    private static final Set<DeviceCondition> NOT_KEPT = Set.of(
            DeviceCondition.WAITING_PARTS,
            DeviceCondition.AT_VENDOR,
            DeviceCondition.RETIRED_PENDING,
            DeviceCondition.RETIRED);

    private ConditionChange() {}

    public static boolean needsReason(DeviceCondition condition) {
        return NEED_REASON.contains(condition);
    }

    /** Why not; empty: it may. */
    public static Optional<Why> refused(Device device, DeviceCondition condition, String reason) {
        if (condition == device.condition()) return Optional.of(Why.SAME);
        if (device.kept() && NOT_KEPT.contains(condition)) return Optional.of(Why.KEPT);
        if (reason.length() > LONGEST_REASON) return Optional.of(Why.REASON_TOO_LONG);
        var again = device.condition() == DeviceCondition.RETIRED;
        if (reason.isEmpty() && (needsReason(condition) || again)) return Optional.of(Why.REASON_MISSING);
        // A lent device stays its borrower's until it is back; what becomes of a lost one is decided with its loan.
        if (condition == DeviceCondition.RETIRED && device.custody() instanceof Custody.OnLoan)
            return Optional.of(Why.ON_LOAN);
        if (condition == DeviceCondition.RETIRED && device.custody() instanceof Custody.Assigned)
            return Optional.of(Why.ASSIGNED);
        return Optional.empty();
    }

    /** What else speaks against retiring a device (V3). @param anyway whether somebody has been told, and says so all the same */
    public static Optional<Why> tied(RetireTies ties, boolean anyway) {
        if (anyway) return Optional.empty();
        if (ties.ticket()) return Optional.of(Why.TICKET_OPEN);
        if (ties.owed()) return Optional.of(Why.FEES_OPEN);
        return ties.enrolled() ? Optional.of(Why.STILL_ENROLLED) : Optional.empty();
    }
}
