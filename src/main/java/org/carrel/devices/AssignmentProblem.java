package org.carrel.devices;

import java.io.Serializable;
import java.util.Optional;
import org.carrel.circulation.Blocked;

/**
 * Why a device is not assigned.
 *
 * @param blocked what the desk has against it, for {@link Kind#BLOCKED} alone
 * @param detail what the sentence needs: how people call a device, or what was typed
 */
public record AssignmentProblem(Kind kind, Optional<Blocked> blocked, String detail) implements Serializable {
    /** In the order of telling. */
    public enum Kind {
        /** Nobody is known by this, or not within reach. */
        NO_SUCH_PERSON,
        NO_SUCH_DEVICE,
        /** Several people or devices are known by it. */
        SEVERAL,
        /** A device without somebody before it, or somebody without a device. */
        NO_PAIR,
        /** The same device stands above in the list. */
        TWICE,
        ROOM_MISSING,
        TEXT_TOO_LONG,
        UNTIL_IS_PAST,
        /** It is on loan: it has to be taken back first. */
        ON_LOAN,
        /** A device of theirs is with who mends it: they get a loaner, and theirs when it is whole (B71). */
        LOANER_ONLY,
        /** They have another of its kind: it has to be exchanged. */
        HAS_ANOTHER,
        /** The desk would not lend it either. */
        BLOCKED,
        /** It was ended or taken back by somebody else, or is not there. */
        STALE,
        /** It was too long ago, or something has happened to it since. */
        TOO_LATE
    }

    public static AssignmentProblem of(Kind kind, String detail) {
        return new AssignmentProblem(kind, Optional.empty(), detail);
    }

    public static AssignmentProblem of(Kind kind) {
        return of(kind, "");
    }

    public static AssignmentProblem of(Blocked blocked) {
        return new AssignmentProblem(Kind.BLOCKED, Optional.of(blocked), "");
    }
}
