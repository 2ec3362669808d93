package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.store.SchedulingCheckStore;
import org.carrel.scheduling.store.TimetableStore;
import org.carrel.school.SchoolCalendar;

/** Checks that what bookings promise holds in the database as it is. Reads only. */
@Door
public class SchedulingCheck {
    private final Database database;
    private final SchoolCalendar calendars;
    private final TimetableStore timetables = new TimetableStore();
    private final SchedulingCheckStore store = new SchedulingCheckStore();

    @Inject
    public SchedulingCheck(Database database, SchoolCalendar calendars) {
        this.database = database;
        this.calendars = calendars;
    }

    /** Tells every broken promise as a sentence in English: what is wrong, by which number it is known, and what to do. */
    public void run(Consumer<String> problem) {
        database.read(connection -> {
                    var broken = new ArrayList<>(store.findBroken(connection));
                    for (var site : store.sites(connection)) {
                        // As painted: a day that is closed since is for who closes it to look at.
                        var timetable = timetables.read(
                                connection, site, calendars.of(site).zone());
                        for (var session : store.spans(connection, site))
                            if (!timetable
                                    .span(session.day(), session.first(), session.last())
                                    .filter(session.span()::equals)
                                    .isPresent())
                                broken.add(session.sentence(calendars.of(site).zone()));
                    }
                    return List.copyOf(broken);
                })
                .forEach(problem);
    }
}
