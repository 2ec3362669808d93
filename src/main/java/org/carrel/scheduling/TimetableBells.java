package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carrel.circulation.BellTimes;
import org.carrel.circulation.SiteBells;
import org.carrel.platform.Door;

/** Lending until the end of a period goes by the timetable: a change of it counts within some seconds. */
@Door
public class TimetableBells implements SiteBells {
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(5);

    private final Timetables timetables;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /** @param at of {@link System#nanoTime} */
    private record Seen(Timetable timetable, long at) {
        boolean isOld() {
            return System.nanoTime() - at >= LOOKED_EVERY.toNanos();
        }
    }

    @Inject
    public TimetableBells(Timetables timetables) {
        this.timetables = timetables;
    }

    @Override
    public BellTimes of(String site) {
        return (day, number) -> known(site).period(day, number).map(BellPeriod::ends);
    }

    /** The first who asks waits for the database, later ones hardly ever: who lends has a connection already. */
    private Timetable known(String site) {
        var now = Optional.ofNullable(seen.get(site));
        if (now.isEmpty()) return look(site);
        if (now.get().isOld()
                && seen.replace(site, now.get(), new Seen(now.get().timetable(), System.nanoTime())))
            Thread.ofVirtual().name("timetable").start(() -> look(site));
        return now.get().timetable();
    }

    private Timetable look(String site) {
        var found = timetables.of(site);
        seen.put(site, new Seen(found, System.nanoTime()));
        return found;
    }
}
