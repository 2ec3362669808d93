package org.carrel.devices;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Optional;
import org.carrel.devices.store.AuditStore;
import org.carrel.devices.store.DeviceSearchStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** What a technician wants to know in the morning. Each number is that of a list, counted by the list's own condition. */
@Door
public class DevicesToday {
    private final Database database;
    private final Clock clock;
    private final UpkeepTasks tasks;
    private final Discrepancies discrepancies;
    private final DeviceSearchStore search = new DeviceSearchStore();
    private final AuditStore audits = new AuditStore();

    @Inject
    public DevicesToday(Database database, Clock clock, UpkeepTasks tasks, Discrepancies discrepancies) {
        this.database = database;
        this.clock = clock;
        this.tasks = tasks;
        this.discrepancies = discrepancies;
    }

    /** @param site code, where one of several is asked for; who works at one site sees that one */
    public DayCounts counts(Optional<String> site, Caller by) {
        var only = by.site().or(() -> site.filter(code -> !code.isEmpty()));
        var open = discrepancies.counts(by).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        var due = tasks.due(only.orElse(""), by);
        return database.read(connection -> {
            var now = search.moment(connection, clock.instant(), clock.getZone());
            var tiles = TodayTile.values();
            var wishes = Arrays.stream(tiles).map(tile -> tile.search(only)).toList();
            var counted = search.counts(connection, wishes, only.orElse(""), now);
            var counts = new EnumMap<TodayTile, Long>(TodayTile.class);
            for (var at = 0; at < tiles.length; at++)
                counts.put(tiles[at], counted.found().get(at));
            return new DayCounts(
                    counts, due, open, audits.open(connection, by.site().orElse("")), counted.supportEnds());
        });
    }
}
