package org.carrel.devices.rules;

import static org.carrel.devices.RepairState.AT_DISTRICT;
import static org.carrel.devices.RepairState.AT_VENDOR;
import static org.carrel.devices.RepairState.CANCELLED;
import static org.carrel.devices.RepairState.FIXED;
import static org.carrel.devices.RepairState.TRIAGED;
import static org.carrel.devices.RepairState.UNREPAIRABLE;
import static org.carrel.devices.RepairState.WAITING_FAMILY;
import static org.carrel.devices.RepairState.WAITING_PARTS;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.RepairState;

/** Which steps a ticket may take, and what they make of its device. */
public final class RepairSteps {
    /** In characters. */
    public static final int LONGEST_NOTE = 2_000;

    /** These are asked about later: they need a word about why. */
    private static final Set<RepairState> NEED_NOTE = Set.of(UNREPAIRABLE, CANCELLED);

    private RepairSteps() {}

    /** What is known of the ticket's device. @param there there is one @param out somebody has it on loan @param kept as it is */
    public record Facts(boolean there, boolean out, boolean kept) {}

    /** In the order in which they are offered; none once it is closed: what breaks again gets a ticket of its own. */
    public static Set<RepairState> from(RepairState state) {
        return switch (state) {
            case NEW -> any(TRIAGED, WAITING_PARTS, WAITING_FAMILY, AT_VENDOR, AT_DISTRICT, CANCELLED);
            case TRIAGED -> any(WAITING_PARTS, WAITING_FAMILY, AT_VENDOR, AT_DISTRICT, CANCELLED);
            case WAITING_PARTS -> any(TRIAGED, WAITING_FAMILY, AT_VENDOR, AT_DISTRICT, CANCELLED);
            case WAITING_FAMILY -> any(TRIAGED, WAITING_PARTS, AT_VENDOR, AT_DISTRICT, CANCELLED);
            // What is away has to come back before anybody can say that there was nothing.
            case AT_VENDOR -> any(TRIAGED, WAITING_PARTS, WAITING_FAMILY, AT_DISTRICT);
            case AT_DISTRICT -> any(TRIAGED, WAITING_PARTS, WAITING_FAMILY, AT_VENDOR);
            case FIXED, UNREPAIRABLE, CANCELLED -> EnumSet.noneOf(RepairState.class);
        };
    }

    /** These, and the two ends that every open ticket can come to. */
    private static Set<RepairState> any(RepairState first, RepairState... others) {
        var all = EnumSet.of(first, others);
        all.add(FIXED);
        all.add(UNREPAIRABLE);
        return all;
    }

    public static boolean needsNote(RepairState to) {
        return NEED_NOTE.contains(to);
    }

    /** Why not; empty: it may. */
    public static Optional<Why> refused(RepairState from, RepairState to, String note, Facts device) {
        if (!from.isOpen()) return Optional.of(Why.CLOSED);
        if (!from(from).contains(to)) return Optional.of(Why.NO_SUCH_STEP);
        if (note.length() > LONGEST_NOTE) return Optional.of(Why.NOTE_TOO_LONG);
        if (note.isBlank() && needsNote(to)) return Optional.of(Why.NOTE_MISSING);
        // Looked at it may be, and nothing may turn out to be wrong with it.
        if (device.kept() && to != TRIAGED && to != CANCELLED) return Optional.of(Why.KEPT);
        // It cannot be with the vendor and with a student.
        if (device.out() && (leavesTheHouse(to) || to == UNREPAIRABLE)) return Optional.of(Why.ON_LOAN);
        return Optional.empty();
    }

    private static boolean leavesTheHouse(RepairState state) {
        return state == AT_VENDOR || state == AT_DISTRICT;
    }

    /** Whether who mends it has it after this step. @param before whether they had it before */
    public static boolean deviceIn(RepairState to, boolean before, Facts device) {
        return device.there() && (before || leavesTheHouse(to));
    }

    /**
     * What the device's condition becomes.
     *
     * @param in whether who mends it has it
     * @param now as it is
     * @param before as it was before the ticket changed it; empty: it did not
     * @return empty: it stays
     */
    public static Optional<DeviceCondition> condition(
            RepairState to, boolean in, DeviceCondition now, Optional<DeviceCondition> before) {
        if (now.isGone() || now == DeviceCondition.MISSING) return Optional.empty();
        var becomes =
                switch (to) {
                    // Somebody says so; it may be nothing. Until it is brought in or looked at, it stays what it was.
                    case NEW -> in ? Optional.of(DeviceCondition.BROKEN) : Optional.<DeviceCondition>empty();
                    case TRIAGED, WAITING_FAMILY ->
                        in ? Optional.of(DeviceCondition.BROKEN) : Optional.of(DeviceCondition.NEEDS_CHECK);
                    case WAITING_PARTS -> Optional.of(DeviceCondition.WAITING_PARTS);
                    case AT_VENDOR, AT_DISTRICT -> Optional.of(DeviceCondition.AT_VENDOR);
                    case FIXED -> Optional.of(DeviceCondition.READY);
                    case UNREPAIRABLE -> Optional.of(DeviceCondition.RETIRED_PENDING);
                    case CANCELLED -> before;
                };
        return becomes.filter(other -> other != now);
    }
}
