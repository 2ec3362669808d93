package org.carrel.desk.rest;

import org.carrel.platform.rest.About;
import org.carrel.scheduling.BookingReason;
import org.jspecify.annotations.Nullable;

/** Why something cannot be booked. */
public record SessionReasonJson(
        BookingReason.Kind code,

        @About("which part of it; left out for the session as a whole") @Nullable Long resource,

        @About("in words") String text) {}
