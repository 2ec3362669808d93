package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A hold in its queue, as it is shown.
 *
 * @param onlyItem the copy that alone will do
 * @param site code of the pick-up site
 * @param row of the queue from 1, whoever waits or not
 * @param position as people see it; empty when it has all its copies
 * @param shelfUntil the last day on the hold shelf; empty while no copy is there, and where holds do not expire
 * @param suspendedUntil the last day of the suspension
 */
public record OpenHold(
        long id,
        long patron,
        long bib,
        String title,
        OptionalLong onlyItem,
        String site,
        String siteName,
        int quantity,
        int ready,
        int filled,
        Instant placed,
        HoldState state,
        int row,
        OptionalInt position,
        Optional<LocalDate> shelfUntil,
        Optional<LocalDate> suspendedUntil)
        implements Serializable {}
