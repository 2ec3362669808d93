package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;

/** What has become of a wish. */
public sealed interface BookingAnswer extends Serializable {
    /** It holds all of its parts. */
    record Booked(ClassSession session) implements BookingAnswer {}

    /** Nothing was looked at. */
    record Stopped(SessionChange.Why why) implements BookingAnswer {}

    /**
     * It holds nothing.
     *
     * @param reasons at least one
     * @param instead the nearest that can be had, at most three, nearest first
     */
    record Refused(List<PartReason> reasons, List<Alternative> instead) implements BookingAnswer {
        public Refused {
            reasons = List.copyOf(reasons);
            instead = List.copyOf(instead);
        }
    }
}
