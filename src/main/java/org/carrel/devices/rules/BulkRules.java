package org.carrel.devices.rules;

import java.util.Arrays;
import java.util.Optional;
import org.carrel.devices.BulkPlan.Problem;
import org.carrel.devices.BulkWish;
import org.carrel.devices.ConditionSet;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceField;

/** What a change of many devices does to each. */
public final class BulkRules {
    private BulkRules() {}

    public static Optional<DeviceCondition> condition(String value) {
        return Arrays.stream(DeviceCondition.values())
                .filter(one -> one.name().equals(value))
                .findFirst();
    }

    public static String was(Device device, BulkWish.Field field) {
        return switch (field) {
            case ROOM -> device.room();
            case FUND -> device.fund();
            case MODEL -> device.fullModelName();
            case CONDITION -> device.condition().name();
        };
    }

    /** Why the device stays as it is, as far as that can be said without asking what else there is. */
    public static Optional<Problem> problem(Device device, BulkWish wish) {
        return switch (wish.field()) {
            case ROOM -> text(device.room(), wish.value(), DeviceField.ROOM.longest());
            case FUND -> text(device.fund(), wish.value(), DeviceField.FUND.longest());
            case MODEL ->
                wish.value().equals(String.valueOf(device.model())) ? Optional.of(Problem.SAME) : Optional.empty();
            case CONDITION ->
                condition(wish.value())
                        .map(condition -> ConditionChange.refused(
                                        device, condition, wish.reason().strip())
                                .map(BulkRules::problem))
                        .orElse(Optional.of(Problem.BAD_VALUE));
        };
    }

    /** Why a device is not retired with many others: for each of these somebody decides by itself (V3). */
    public static Optional<Problem> tied(RetireTies ties) {
        return ConditionChange.tied(ties, false).map(BulkRules::problem);
    }

    private static Optional<Problem> text(String was, String becomes, int longest) {
        var clean = Serials.shown(becomes);
        if (clean.length() > longest) return Optional.of(Problem.BAD_VALUE);
        return clean.equals(was) ? Optional.of(Problem.SAME) : Optional.empty();
    }

    static Problem problem(ConditionSet.Why why) {
        return switch (why) {
            case STALE -> Problem.STALE;
            case REASON_MISSING -> Problem.REASON_MISSING;
            case REASON_TOO_LONG -> Problem.REASON_TOO_LONG;
            case ON_LOAN -> Problem.ON_LOAN;
            case ASSIGNED -> Problem.ASSIGNED;
            case KEPT -> Problem.KEPT;
            case TICKET_OPEN -> Problem.TICKET_OPEN;
            case FEES_OPEN -> Problem.FEES_OPEN;
            case STILL_ENROLLED -> Problem.STILL_ENROLLED;
            case SAME -> Problem.SAME;
        };
    }
}
