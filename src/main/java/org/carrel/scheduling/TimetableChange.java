package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;

/** What somebody changes of a site's timetable. */
public sealed interface TimetableChange extends Serializable {
    /** Most days at once. */
    int MOST_DAYS = 400;

    /**
     * These days are of a type.
     *
     * @param last included
     * @param code of the type; empty: they have no lessons and no type, as when the school is closed
     */
    record Paint(LocalDate first, LocalDate last, String code) implements TimetableChange {}

    /**
     * The calendar says that the site is closed on these days: the days keep their types, and sessions that are booked there are looked at.
     *
     * @param last included
     */
    record Close(LocalDate first, LocalDate last) implements TimetableChange {
        public boolean has(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** Adds what a file says. */
    record Load(String text) implements TimetableChange {}
}
