package org.carrel.devices.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.devices.AuditAct;
import org.carrel.devices.AuditOutcome;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;

/** What an audit of a room or a cart finds of a device, and what may be done about it (B67). */
public final class AuditRules {
    /** A console has seen a device so lately: it is likely about, and nobody calls it missing unasked. */
    public static final Duration FRESH = Duration.ofDays(7);

    private AuditRules() {}

    /**
     * @param belongs whether the place is its home: its room, or its slot of the cart
     * @param container the cart that is looked through; empty: a room is
     */
    public static AuditOutcome outcome(
            DeviceCondition condition, Custody custody, boolean belongs, boolean scanned, OptionalLong container) {
        if (!scanned) return isIn(custody, container) ? AuditOutcome.MISSING : AuditOutcome.ELSEWHERE;
        return switch (custody.kind()) {
            case GONE -> condition == DeviceCondition.MISSING ? AuditOutcome.FOUND : AuditOutcome.OUT_BUT_HERE;
            case ON_LOAN, ASSIGNED, AT_REPAIR, IN_TRANSIT, WITH_CONTAINER -> AuditOutcome.OUT_BUT_HERE;
            case IN_STOCK, IN_CONTAINER ->
                belongs && isIn(custody, container) ? AuditOutcome.PRESENT : AuditOutcome.FOREIGN;
        };
    }

    /** Whether our records say that what belongs to the place is there now. */
    private static boolean isIn(Custody custody, OptionalLong container) {
        return switch (custody) {
            case Custody.InStock stock -> container.isEmpty();
            case Custody.InContainer slot -> container.isPresent() && container.getAsLong() == slot.container();
            default -> false;
        };
    }

    public static List<AuditAct> choices(AuditOutcome outcome) {
        return switch (outcome) {
            case PRESENT, ELSEWHERE, OUT_BUT_HERE -> List.of();
            case FOREIGN -> List.of(AuditAct.SEND_HOME, AuditAct.MOVE_HERE, AuditAct.LEAVE);
            case MISSING -> List.of(AuditAct.MARK_MISSING, AuditAct.LEAVE);
            case FOUND -> List.of(AuditAct.MAKE_READY, AuditAct.LEAVE);
        };
    }

    /** What one confirmation does where nobody chooses. */
    public static AuditAct proposal(AuditOutcome outcome, boolean fresh) {
        var choices = choices(outcome);
        if (choices.isEmpty()) return AuditAct.NONE;
        return outcome == AuditOutcome.MISSING && fresh ? AuditAct.LEAVE : choices.getFirst();
    }

    public static boolean isFresh(Optional<Instant> seen, Instant now) {
        return seen.filter(at -> !at.isBefore(now.minus(FRESH))).isPresent();
    }
}
