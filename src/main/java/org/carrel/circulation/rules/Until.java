package org.carrel.circulation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Due so far.
 *
 * @param at the moment; empty for the time of the day at which loans by days are due
 */
record Until(LocalDate day, Optional<Instant> at) {
    static Until day(LocalDate day) {
        return new Until(day, Optional.empty());
    }
}
