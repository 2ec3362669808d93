package org.carrel.sessions;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.scheduling.TimeSpan;

/**
 * A copy that stands on the book cart of a class.
 *
 * @param live whether the session is still to be, or was
 * @param span of the session's bells
 * @param teacher in the roster; empty when they are not in it
 * @param schoolClass of the roster; empty for none
 */
public record PulledCopy(
        long id,
        long session,
        long item,
        boolean live,
        TimeSpan span,
        OptionalLong teacher,
        OptionalLong schoolClass,
        Instant pulled)
        implements Serializable {
    /** Why it stands there no more. */
    public enum End {
        /** It is on its shelf. */
        BACK,
        /** The session was called off. */
        FREED,
        /** Somebody of the class took it home. */
        LENT,
        /** It was set aside for who had waited for it. */
        HELD,
        /** It was not there afterwards. */
        MISSING,
        /** It turned up. */
        FOUND
    }

    /** Whether it is no use on the cart any more. */
    public boolean isOver(Instant now) {
        return !live || !now.isBefore(span.ends());
    }

    /** Whether its class works with it, a little before the bell too. @param early how long */
    public boolean isNow(Instant now, java.time.Duration early) {
        return live && !now.isBefore(span.starts().minus(early)) && now.isBefore(span.ends());
    }

    /** What has become of it; empty while it stands there. */
    public record Row(
            long id,
            long item,
            long bib,
            String barcode,
            String title,
            String callNumber,
            boolean onLoan,
            Optional<End> end)
            implements Serializable {}
}
