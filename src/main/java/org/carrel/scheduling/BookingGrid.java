package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A week as somebody may book in it. It offers nothing that the service would refuse at the same moment (B-34).
 *
 * @param free what can be had, in the order in which things are shown; a period in which nothing can be had is left out
 * @param goals where a session that is moved can begin; empty when none is
 */
public record BookingGrid(BookingWeek week, Map<PeriodOfDay, List<FreeResource>> free, Set<PeriodOfDay> goals)
        implements Serializable {
    public BookingGrid {
        free = Map.copyOf(free);
        goals = Set.copyOf(goals);
    }
}
