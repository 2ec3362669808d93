package org.carrel.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A school with A and B days in turn, early releases on Fridays, and a day of holiday in between. */
public final class SampleDays {
    public static final DayType A = new DayType(1, "A", "A day", "Día A", true);
    public static final DayType B = new DayType(2, "B", "B day", "Día B", true);
    public static final DayType EARLY = new DayType(3, "EARLY", "Early release", "Salida temprana", true);
    public static final DayType CLOSED = new DayType(4, "OFF", "No school", "Sin clases", false);

    /** A Monday. */
    public static final LocalDate FIRST = LocalDate.of(2027, 3, 1);

    private SampleDays() {}

    public static Timetable chicago() {
        return in("America/Chicago");
    }

    /** From {@link #FIRST} on twenty weeks; Wednesday of the second week is off, and the turn of A and B goes on after it. */
    public static Timetable in(String zone) {
        var days = new TreeMap<LocalDate, DayType>();
        var turn = 0;
        for (var day = FIRST; day.isBefore(FIRST.plusWeeks(20)); day = day.plusDays(1)) {
            if (Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())) continue;
            if (day.equals(FIRST.plusDays(9))) days.put(day, CLOSED);
            else if (day.getDayOfWeek() == DayOfWeek.FRIDAY) days.put(day, EARLY);
            else days.put(day, turn++ % 2 == 0 ? A : B);
        }
        var usual = bells(FIRST.minusYears(1), "8:10", 45, 7);
        return new Timetable(
                ZoneId.of(zone),
                days,
                Map.of(
                        A.id(),
                        List.of(usual),
                        B.id(),
                        List.of(usual),
                        EARLY.id(),
                        List.of(bells(FIRST, "8:10", 30, 5))));
    }

    /** Periods from 1 on, five minutes between them. */
    public static BellSchedule bells(LocalDate from, String first, int minutes, int periods) {
        var starts = LocalTime.parse(first.length() == 4 ? "0" + first : first);
        var all = new java.util.ArrayList<BellPeriod>();
        for (var number = 1; number <= periods; number++) {
            all.add(new BellPeriod(number, "Period " + number, starts, starts.plusMinutes(minutes)));
            starts = starts.plusMinutes(minutes + 5L);
        }
        return new BellSchedule(from, all);
    }
}
