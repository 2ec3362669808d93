package org.carrel.circulation;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was scanned or typed at a desk.
 *
 * @param request made by the desk, one for each scan: the same one again is answered as before and does nothing
 * @param patron who stands at the desk
 * @param ago how long ago it was scanned, for what had to wait for the network
 */
public record Scan(UUID request, String text, Optional<Long> patron, DeskPlace place, Duration ago, Lifted lifted)
        implements Serializable {
    /** Longest text that is looked at, in characters. */
    public static final int LONGEST = 200;

    /** For so long at most a desk may be without the network. */
    public static final Duration LONGEST_AGO = Duration.ofDays(7);

    public Scan {
        if (ago.isNegative()) ago = Duration.ZERO;
        if (ago.compareTo(LONGEST_AGO) > 0) ago = LONGEST_AGO;
    }

    public static Scan now(UUID request, String text, Optional<Long> patron, DeskPlace place) {
        return new Scan(request, text, patron, place, Duration.ZERO, Lifted.NOTHING);
    }
}
