package org.carrel.devices;

import java.io.Serializable;
import java.util.Map;

/**
 * The numbers of a technician's day.
 *
 * @param tasks due today or before
 * @param discrepancies that wait for somebody to look
 * @param audits that are open
 * @param supportEnds how many devices lose their maker's support in each year
 */
public record DayCounts(
        Map<TodayTile, Long> devices, long tasks, long discrepancies, long audits, Map<Integer, Long> supportEnds)
        implements Serializable {
    public long of(TodayTile tile) {
        return devices.getOrDefault(tile, 0L);
    }
}
