package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Taking back what is out at the end of a year.
 *
 * @param starts by the calendar of the site
 * @param ends the last day
 * @param closed empty while it goes on
 */
public record CollectionPlan(
        long id,
        int siteId,
        String site,
        String siteName,
        String name,
        LocalDate starts,
        LocalDate ends,
        Optional<Instant> closed)
        implements Serializable {
    /** Longest name, in characters. */
    public static final int LONGEST = 100;
}
