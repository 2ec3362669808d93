package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalTime;

/**
 * One row of a bell schedule. Half-open: it ends where the next may begin (B-14).
 *
 * @param number by which bookings know it, from 0; the same period has the same number on days of every type
 * @param name as people call it
 * @param starts local to the site, minutes
 * @param ends after the start, on the same day
 */
public record BellPeriod(int number, String name, LocalTime starts, LocalTime ends) implements Serializable {
    /** Highest number. */
    public static final int MOST = 99;

    public BellPeriod {
        if (number < 0 || number > MOST) throw new IllegalArgumentException("No period: " + number);
        if (!starts.isBefore(ends)) throw new IllegalArgumentException("Ends before it starts: " + name);
    }
}
