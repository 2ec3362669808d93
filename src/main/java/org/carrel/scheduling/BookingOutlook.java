package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * How a wish stands at this moment, before anything is booked.
 *
 * @param reasons what speaks against it; none when it can be had
 * @param span of the bells; empty when the day does not have these periods
 * @param approval somebody has to approve it
 * @param things all that can be booked at the site, in the order in which they are shown
 */
public record BookingOutlook(List<PartReason> reasons, Optional<TimeSpan> span, boolean approval, List<Thing> things)
        implements Serializable {
    /**
     * One thing at the time of the wish.
     *
     * @param reason why it cannot be had; empty when it can
     * @param has sessions that have it then, other than the one that is changed
     */
    public record Thing(BookingResource resource, Optional<BookingReason> reason, List<ClassSession> has)
            implements Serializable {}

    public BookingOutlook {
        reasons = List.copyOf(reasons);
        things = List.copyOf(things);
    }
}
