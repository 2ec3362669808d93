package org.carrel.school;

import java.io.Serializable;
import java.time.LocalTime;

/**
 * From when until when the doors are open, in local time. At the closing time itself they are closed.
 *
 * @param closes later than it opens, on the same day
 */
public record OpenHours(LocalTime opens, LocalTime closes) implements Serializable {
    public OpenHours {
        if (!opens.isBefore(closes)) throw new IllegalArgumentException(opens + " is not before " + closes);
    }

    boolean meets(OpenHours later) {
        return closes.equals(later.opens);
    }

    boolean overlaps(OpenHours other) {
        return opens.isBefore(other.closes) && other.opens.isBefore(closes);
    }
}
