package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One thing that goes out with a device and has no barcode of its own: a charger, the second of two batteries.
 *
 * @param deviceName how people call the device
 * @param number of several of one kind: 1, 2
 * @param several whether there are several of its kind
 * @param price in cents
 * @param site code of the site whose count it has left
 * @param counted whether the count went down for it: false where nobody counts such things
 * @param patron who owes it; empty while nobody does
 * @param chargedBy the request with which it was charged
 */
public record LentAccessory(
        long id,
        long device,
        long item,
        String deviceName,
        int typeId,
        String name,
        int number,
        boolean several,
        OptionalInt price,
        int siteId,
        String site,
        State state,
        boolean counted,
        Instant since,
        Cause cause,
        OptionalLong patron,
        Optional<UUID> chargedBy)
        implements Serializable {
    /** Where it is. */
    public enum State {
        /** Out with its device. */
        OUT,
        /** It stayed here when the device went out. */
        NOT_GIVEN,
        BACK,
        /** The device came back without it. */
        OWED,
        /** Nobody waits for it any more. */
        LET_GO
    }

    /** What it went out with: one of the two. */
    public record Cause(OptionalLong loan, OptionalLong assignment) implements Serializable {
        public static Cause loan(long id) {
            return new Cause(OptionalLong.of(id), OptionalLong.empty());
        }

        public static Cause assignment(long id) {
            return new Cause(OptionalLong.empty(), OptionalLong.of(id));
        }

        /** As it stands in what a desk is told: {@code L12} or {@code A12}. */
        public String code() {
            return loan.isPresent() ? "L" + loan.getAsLong() : "A" + assignment.orElseThrow();
        }

        /** Empty for what is no such code. */
        public static Optional<Cause> parse(String code) {
            if (!code.matches("[LA][0-9]{1,18}")) return Optional.empty();
            var id = Long.parseLong(code.substring(1));
            return Optional.of(code.startsWith("L") ? loan(id) : assignment(id));
        }
    }

    /** How people call it: with its number where there are several. */
    public String shownName() {
        return several ? name + " " + number : name;
    }

    /** Whether it is ticked: given out, or come back. */
    public boolean isThere() {
        return state == State.OUT || state == State.BACK;
    }
}
