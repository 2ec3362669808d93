package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Scanning what is in a cart. It outlives the browser, and another desk can go on with it.
 *
 * @param out of a cart that comes in
 * @param startedBy name of staff; empty for a job
 * @param scans the latest first
 */
public record CartRound(
        long id, long container, Kind kind, OptionalLong out, Instant started, String startedBy, List<Line> scans)
        implements Serializable {
    public CartRound {
        scans = List.copyOf(scans);
    }

    /** Which way the cart goes. */
    public enum Kind {
        OUT,
        IN
    }

    /** What a scan was. */
    public enum Outcome {
        /** It belongs here, and here it is. */
        HERE,
        /** It was scanned before: nothing changes. */
        AGAIN,
        /** It belongs to another cart. */
        STRAY,
        /** It belongs to no cart. */
        LOOSE,
        /** It belongs here and is not to be handed over as it is. */
        UNFIT,
        UNKNOWN
    }

    /**
     * @param name of the device, or what was scanned
     * @param place the cart and the slot that it belongs to; empty for none
     */
    public record Line(Outcome outcome, OptionalLong device, String name, String place, Instant at)
            implements Serializable {}

    public List<Long> here() {
        return scans.stream()
                .filter(line -> line.outcome() == Outcome.HERE)
                .flatMap(line -> line.device().stream().boxed())
                .toList();
    }
}
