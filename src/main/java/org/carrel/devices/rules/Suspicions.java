package org.carrel.devices.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DiscrepancyKind;
import org.carrel.devices.MdmStatus;

/** What an export makes one look at (rule V5). Pure: every moment is of the export or of our own record. */
public final class Suspicions {
    /** So long another one has to be the last user: who borrows a device for a lesson is no discrepancy. */
    static final Duration USED_FOR = Duration.ofDays(5);

    private Suspicions() {}

    /**
     * What is known after the export.
     *
     * @param condition as our record says
     * @param conditionSince when people set it
     * @param holder number of the patron who has it
     * @param lastSeen when the management saw it last
     * @param lastUser number of the patron who used it last; empty when nobody did, or nobody whom we know
     * @param usedSince from when on exports named the same user
     * @param stranger how the console calls who has the device, when that is nobody whom we know; else empty
     * @param tagTwice our tag of another device that the export has for it; empty when it has none
     */
    public record Sight(
            DeviceCondition condition,
            Instant conditionSince,
            Optional<Long> holder,
            Optional<Instant> lastSeen,
            String status,
            Optional<Long> lastUser,
            Optional<Instant> usedSince,
            String stranger,
            String tagTwice) {}

    /** All at once. */
    public static List<Suspicion> of(Sight sight) {
        var found = new ArrayList<Suspicion>();
        var seenSince = sight.lastSeen().filter(seen -> seen.isAfter(sight.conditionSince()));
        if (seenSince.isPresent()) online(sight.condition()).ifPresent(kind -> found.add(Suspicion.of(kind, "")));
        if (isGone(sight)) found.add(Suspicion.of(DiscrepancyKind.GONE_IN_CONSOLE, sight.status()));
        otherUser(sight).ifPresent(user -> found.add(Suspicion.otherUser(user)));
        if (!sight.tagTwice().isEmpty()) found.add(Suspicion.of(DiscrepancyKind.TAG_TWICE, sight.tagTwice()));
        if (!sight.stranger().isEmpty()) found.add(Suspicion.unknown(sight.stranger()));
        return found;
    }

    private static Optional<DiscrepancyKind> online(DeviceCondition condition) {
        return switch (condition) {
            case RETIRED -> Optional.of(DiscrepancyKind.RETIRED_ONLINE);
            case MISSING, STOLEN -> Optional.of(DiscrepancyKind.MISSING_ONLINE);
            default -> Optional.empty();
        };
    }

    private static boolean isGone(Sight sight) {
        var status = MdmStatuses.of(sight.status());
        var inUse = sight.condition() == DeviceCondition.READY || sight.holder().isPresent();
        return inUse && (status == MdmStatus.GONE || status == MdmStatus.DISABLED || status == MdmStatus.LOST);
    }

    private static Optional<Long> otherUser(Sight sight) {
        var since = sight.usedSince();
        var seen = sight.lastSeen();
        if (sight.holder().isEmpty() || since.isEmpty() || seen.isEmpty()) return Optional.empty();
        var forDays = !since.get().plus(USED_FOR).isAfter(seen.get());
        return sight.lastUser()
                .filter(user -> forDays && !user.equals(sight.holder().get()));
    }
}
