package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;

/** What has become of a wish to wait. */
public sealed interface WaitAnswer extends Serializable {
    record Waits(long id) implements WaitAnswer {}

    /** It can be had now: nobody needs to wait. */
    record Free() implements WaitAnswer {}

    /** Waiting would be in vain. @param reasons at least one */
    record InVain(List<PartReason> reasons) implements WaitAnswer {
        public InVain {
            reasons = List.copyOf(reasons);
        }
    }

    /** Nothing was looked at. */
    record Stopped(SessionChange.Why why) implements WaitAnswer {}
}
