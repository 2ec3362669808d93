package org.carrel.scheduling;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody waits for a whole session.
 *
 * @param until an offer stands so long; empty when there is none
 * @param before how many of the site wait for the same day and have asked earlier
 */
public record WaitingWish(
        long id,
        SessionTeacher teacher,
        SessionWish wish,
        State state,
        Optional<Instant> until,
        Instant made,
        int before)
        implements Serializable {
    /** What has become of it. */
    public enum State {
        WAITING,
        /** It can be had, and is kept until a moment. */
        OFFERED,
        /** It was offered and not taken. */
        MISSED,
        BOOKED,
        GIVEN_UP
    }
}
