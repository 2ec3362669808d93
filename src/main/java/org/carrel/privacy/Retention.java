package org.carrel.privacy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.RetentionSettings;
import org.carrel.platform.Settings;
import org.carrel.privacy.store.RetentionStore;
import org.carrel.privacy.store.RetentionStore.Schedule;

/** For how long everything is kept: the schedule that the public page shows (rule PR-9). */
@Door
public class Retention {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final Clock clock;
    private final RetentionSettings settings;
    private final RetentionStore store = new RetentionStore();

    @Inject
    public Retention(Database database, Clock clock, Settings settings) {
        this(database, clock, settings.retention());
    }

    Retention(Database database, Clock clock, RetentionSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What holds now.
     *
     * @param version rises with each change of a figure
     * @param from the day of the change
     */
    public record Promise(int version, LocalDate from, Map<KeptData, Integer> days) {}

    public int days(KeptData kind) {
        return settings.days(kind.setting());
    }

    /** What holds now; noted with today's day when it is another than before. */
    public Promise promise() {
        var text = text();
        var known =
                database.read(store::latest).filter(schedule -> schedule.days().equals(text));
        var schedule = known.orElseGet(() -> note(text));
        var days = new EnumMap<KeptData, Integer>(KeptData.class);
        for (var kind : KeptData.values()) days.put(kind, days(kind));
        return new Promise(schedule.version(), schedule.from(), days);
    }

    private Schedule note(String text) {
        database.exclusively(
                "retention-schedule",
                PATIENCE,
                () -> database.transaction(connection -> {
                    var known = store.latest(connection)
                            .filter(schedule -> schedule.days().equals(text));
                    if (known.isEmpty()) store.add(connection, LocalDate.now(clock), text);
                    return true;
                }));
        return database.read(store::latest).orElseThrow();
    }

    private String text() {
        return Arrays.stream(KeptData.values())
                .map(kind -> kind + "=" + days(kind))
                .collect(Collectors.joining(","));
    }
}
