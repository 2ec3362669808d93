package org.carrel.scheduling;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * From an instant until before another: two that touch do not overlap (B-14).
 *
 * @param ends after the start
 */
public record TimeSpan(Instant starts, Instant ends) implements Serializable, Comparable<TimeSpan> {
    public TimeSpan {
        if (!starts.isBefore(ends))
            throw new IllegalArgumentException("Ends before it starts: " + starts + ", " + ends);
    }

    public boolean overlaps(TimeSpan other) {
        return starts.isBefore(other.ends) && other.starts.isBefore(ends);
    }

    public boolean holds(Instant moment) {
        return !moment.isBefore(starts) && moment.isBefore(ends);
    }

    /** With time before and after to make ready and to clear away. @param before, after not negative */
    public TimeSpan with(Duration before, Duration after) {
        return new TimeSpan(starts.minus(before), ends.plus(after));
    }

    @Override
    public int compareTo(TimeSpan other) {
        var first = starts.compareTo(other.starts);
        return first == 0 ? ends.compareTo(other.ends) : first;
    }
}
