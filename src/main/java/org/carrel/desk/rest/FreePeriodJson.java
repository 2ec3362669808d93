package org.carrel.desk.rest;

import java.time.LocalDate;
import java.util.List;
import org.carrel.platform.rest.About;
import org.carrel.scheduling.BookingResource;

/** A period, and whether a thing can be had then. */
public record FreePeriodJson(
        long resource,
        BookingResource.Kind kind,
        String name,
        LocalDate day,
        int period,
        String periodName,

        @About("moment with the offset of the school's zone")
        String starts,

        @About("moment with the offset of the school's zone")
        String ends,

        boolean free,

        @About("why it cannot be had") List<SessionReasonJson> reasons) {}
