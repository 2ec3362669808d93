package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One session of a series, and what speaks against it.
 *
 * @param span of the bells; empty when the day has no such period
 * @param reasons none when it is free
 * @param itself it would be free without the earlier ones of the series (B-15)
 */
public record SeriesRow(SessionWish wish, Optional<TimeSpan> span, List<PartReason> reasons, boolean itself)
        implements Serializable {
    public SeriesRow {
        reasons = List.copyOf(reasons);
    }

    public boolean isFree() {
        return reasons.isEmpty();
    }

    public SeriesWish.Slot slot() {
        return SeriesWish.Slot.of(wish);
    }
}
