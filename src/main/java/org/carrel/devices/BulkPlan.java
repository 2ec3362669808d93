package org.carrel.devices;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** What a change of many devices would do, or did. Nothing of it is silent: each scan has its line. */
public record BulkPlan(List<Line> lines) implements Serializable {
    public BulkPlan {
        lines = List.copyOf(lines);
    }

    /**
     * @param scanned as it was scanned or pasted
     * @param was the value before; a condition as its name
     * @param problem why this one stays as it is; empty: it changes
     */
    public record Line(String scanned, Optional<Device> device, String was, Optional<Problem> problem)
            implements Serializable {
        public boolean isGood() {
            return problem.isEmpty();
        }
    }

    /** Why a device stays as it is. */
    public enum Problem {
        /** Nothing within reach has this tag or serial. */
        UNKNOWN,
        /** Two devices of different makers have this serial: scan the tag. */
        SEVERAL,
        /** Scanned twice. */
        TWICE,
        /** It is so already. */
        SAME,
        ON_LOAN,
        ASSIGNED,
        /** Kept as it is until somebody lets it go. */
        KEPT,
        /** Retired one by one, when somebody has looked: a ticket is open, as with the next two. */
        TICKET_OPEN,
        FEES_OPEN,
        STILL_ENROLLED,
        REASON_MISSING,
        REASON_TOO_LONG,
        /** No such model or condition, or the text is too long. */
        BAD_VALUE,
        /** A device of the other model's manufacturer has this serial. */
        SERIAL_TAKEN,
        /** Somebody else changed it meanwhile. */
        STALE
    }

    public long good() {
        return lines.stream().filter(Line::isGood).count();
    }
}
