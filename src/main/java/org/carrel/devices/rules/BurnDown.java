package org.carrel.devices.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carrel.devices.CollectionPage.Day;

/** How many are still out, day by day: what is out now, and what has come in since each day. */
public final class BurnDown {
    /** More days no collection is shown for. */
    private static final int MOST = 120;

    private BurnDown() {}

    /**
     * @param today by the calendar of the site
     * @param left so many are out now
     * @param collected how many came in on each day
     */
    public static List<Day> days(
            LocalDate starts, LocalDate ends, LocalDate today, int left, Map<LocalDate, Integer> collected) {
        var last = today.isBefore(ends) ? today : ends;
        // What was collected before or after the days of the plan counts too.
        var later = collected.entrySet().stream()
                .filter(one -> one.getKey().isAfter(last))
                .mapToInt(Map.Entry::getValue)
                .sum();
        var days = new ArrayList<Day>();
        var out = left + later;
        for (var day = last; !day.isBefore(starts) && days.size() < MOST; day = day.minusDays(1)) {
            var in = collected.getOrDefault(day, 0);
            days.addFirst(new Day(day, in, out));
            out += in;
        }
        return days;
    }
}
