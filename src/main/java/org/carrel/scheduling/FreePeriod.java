package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A period, and whether something can be had then.
 *
 * @param reasons why it cannot, for one person or device of it; none when it can be had
 */
public record FreePeriod(
        BookingResource resource, LocalDate day, BellPeriod period, TimeSpan span, List<BookingReason> reasons)
        implements Serializable {
    public FreePeriod {
        reasons = List.copyOf(reasons);
    }

    public boolean isFree() {
        return reasons.isEmpty();
    }
}
