package org.carrel.scheduling;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** {@link TestBookings} as the running product sees them: it is today, and the days of school are those to come. */
public final class TodaysBookings {
    private TodaysBookings() {}

    public static TestBookings open() {
        var school = TestBookings.open();
        school.desk.clock.set(Clock.systemUTC().instant());
        school.load("days, %s, %s, A B, Mon-Fri%n".formatted(today(), today().plusDays(60)));
        return school;
    }

    public static LocalDate today() {
        return LocalDate.now(Clock.system(TestBookings.CHICAGO));
    }

    /** A Monday that usual policies let book. */
    public static LocalDate monday() {
        return today().plusDays(3).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
