package org.carrel.circulation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a desk stands, and how it counts returns.
 *
 * @param site code
 * @param returnedOn the day of which the things were in the book drop; empty: they come in now
 */
public record DeskPlace(String site, Optional<LocalDate> returnedOn) implements Serializable {
    public static DeskPlace at(String site) {
        return new DeskPlace(site, Optional.empty());
    }
}
