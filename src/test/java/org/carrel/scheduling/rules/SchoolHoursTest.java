package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.SampleDays.FIRST;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.carrel.scheduling.SampleDays;
import org.carrel.scheduling.Timetable;
import org.junit.jupiter.api.Test;

class SchoolHoursTest {
    private static final Timetable DAYS = SampleDays.chicago();

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(DAYS.zone()).toInstant();
    }

    @Test
    void twoHoursOfAMorningAreTwoHours() {
        assertThat(SchoolHours.after(DAYS, at(FIRST, 9, 0), Duration.ofHours(2)))
                .contains(at(FIRST, 11, 0));
    }

    @Test
    void theEveningDoesNotCount() {
        // The last bell of a usual day: 13:55.
        assertThat(SchoolHours.after(DAYS, at(FIRST, 12, 55), Duration.ofHours(2)))
                .contains(at(FIRST.plusDays(1), 9, 10));
        assertThat(SchoolHours.after(DAYS, at(FIRST, 22, 0), Duration.ofHours(2)))
                .contains(at(FIRST.plusDays(1), 10, 10));
    }

    @Test
    void neitherDoDaysWithoutSchool() {
        var friday = FIRST.plusDays(4);
        // An early release: the last bell is at 11:00.
        assertThat(SchoolHours.after(DAYS, at(friday, 10, 0), Duration.ofHours(2)))
                .contains(at(friday.plusDays(3), 9, 10));
    }

    @Test
    void whereTheTimetableEndsNobodyKnows() {
        assertThat(SchoolHours.after(DAYS, at(FIRST.plusWeeks(40), 10, 0), Duration.ofHours(2)))
                .isEmpty();
    }
}
