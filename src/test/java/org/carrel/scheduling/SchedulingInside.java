package org.carrel.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.Database;
import org.carrel.school.SchoolCalendar;

/** Doors of scheduling without the product around them. */
public final class SchedulingInside {
    private SchedulingInside() {}

    public static SessionSeries series(Database database, Clock clock, SchoolCalendar calendars) {
        return new SessionSeries(database, clock, calendars, new OwnClasses(database, clock), List.of());
    }

    public static WaitingList waiting(Database database, Clock clock, SchoolCalendar calendars) {
        return new WaitingList(database, clock, calendars, new OwnClasses(database, clock), List.of(), List.of());
    }

    /** Offers what is free, unless the product does it at this moment. */
    public static void offer(Database database, WaitingList waiting) {
        database.exclusively("sessions", Duration.ofSeconds(30), waiting::offer);
    }
}
