package org.carrel.devices.rules;

import java.util.Optional;
import org.carrel.devices.DiscrepancyKind;

/**
 * A reason to look at a device.
 *
 * @param about what tells it from another of its kind: a tag or a status, or empty
 * @param patron number of who used the device last, where that is the point
 * @param stranger how somebody signs in whom we do not know, where that is the point
 */
public record Suspicion(DiscrepancyKind kind, String about, Optional<Long> patron, String stranger) {
    static Suspicion of(DiscrepancyKind kind, String about) {
        return new Suspicion(kind, about, Optional.empty(), "");
    }

    static Suspicion otherUser(long patron) {
        return new Suspicion(DiscrepancyKind.USED_BY_OTHER, "", Optional.of(patron), "");
    }

    static Suspicion unknown(String stranger) {
        return new Suspicion(DiscrepancyKind.USER_UNKNOWN, "", Optional.empty(), stranger);
    }
}
