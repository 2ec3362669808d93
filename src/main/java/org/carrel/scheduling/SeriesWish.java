package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Sessions that somebody wants on many days.
 *
 * @param first the session as it is wished for on the first of its days; its periods are of no account
 * @param periods each is a session of its own on each of the days (B-25); at least one
 * @param recurrence on which days
 * @param last day, included (B-05)
 */
public record SeriesWish(SessionWish first, List<Periods> periods, Recurrence recurrence, LocalDate last)
        implements Serializable {
    /** Most sessions at once. */
    public static final int MOST = 400;

    /** @param first, last numbers of periods; the last is not before the first in the order of the day */
    public record Periods(int first, int last) implements Serializable {}

    /** One of its sessions. */
    public record Slot(LocalDate day, int period) implements Serializable {
        static Slot of(SessionWish wish) {
            return new Slot(wish.day(), wish.first());
        }
    }

    public SeriesWish {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) throw new IllegalArgumentException("No periods");
    }

    /** Number of the form: asked twice it is booked once. */
    public UUID request() {
        return first.request();
    }
}
