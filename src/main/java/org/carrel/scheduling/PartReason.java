package org.carrel.scheduling;

import java.io.Serializable;
import java.util.OptionalLong;

/** Why a session cannot be booked. @param resource which part of it; empty: the session as a whole */
public record PartReason(OptionalLong resource, BookingReason reason) implements Serializable {
    public static PartReason whole(BookingReason reason) {
        return new PartReason(OptionalLong.empty(), reason);
    }
}
