package org.carrel.scheduling;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.scheduling.TimetableChange.Close;
import org.carrel.scheduling.TimetableChange.Load;
import org.carrel.scheduling.TimetableChange.Paint;
import org.carrel.scheduling.TimetableProblem.Kind;
import org.carrel.scheduling.rules.TimetableFile;
import org.carrel.scheduling.store.TimetableStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolYear;
import org.carrel.school.SiteCalendar;

/** Writes changes of a timetable, in the transaction of who has locked its version. */
final class TimetableWriting {
    private final Clock clock;
    private final SchoolCalendar calendars;
    private final TimetableStore store = new TimetableStore();

    TimetableWriting(Clock clock, SchoolCalendar calendars) {
        this.clock = clock;
        this.calendars = calendars;
    }

    /**
     * @param id of the site
     * @return what is wrong; nothing when it is written
     */
    List<TimetableProblem> write(Connection connection, int id, String site, TimetableChange change)
            throws SQLException {
        return switch (change) {
            case Load load -> load(connection, id, site, load.text());
            case Paint paint -> paint(connection, id, site, paint);
            case Close close -> closed(site, close);
        };
    }

    /** It is written in the calendar. */
    private List<TimetableProblem> closed(String site, Close close) {
        var calendar = calendars.of(site);
        var isOne = !close.last().isBefore(close.first())
                && !close.last().isAfter(close.first().plusDays(TimetableChange.MOST_DAYS));
        return isOne && close.first().datesUntil(close.last().plusDays(1)).anyMatch(day -> isClosed(calendar, day))
                ? List.of()
                : List.of(new TimetableProblem(0, Kind.NOT_CLOSED, close.first().toString()));
    }

    private List<TimetableProblem> load(Connection connection, int id, String site, String text) throws SQLException {
        var calendar = calendars.of(site);
        var known = store.types(connection, site).stream().map(DayType::code).toList();
        var first = clock.instant().atZone(calendar.zone()).toLocalDate();
        var read = TimetableFile.read(text, known, day -> !isClosed(calendar, day), start(first));
        if (read.plan().isPresent()) write(connection, id, site, read.plan().get());
        return read.problems();
    }

    /** Closed by a closure: what the week says is of the media center, not of lessons. */
    private static boolean isClosed(SiteCalendar calendar, LocalDate day) {
        return calendar.closureOn(day)
                .filter(closure -> closure.hours().isClosed())
                .isPresent();
    }

    /** Bells without a day hold for the whole school year: from its August on. */
    private static LocalDate start(LocalDate today) {
        return LocalDate.of(SchoolYear.of(today), 8, 1);
    }

    private void write(Connection connection, int id, String site, TimetablePlan plan) throws SQLException {
        for (var type : plan.types()) store.save(connection, id, type);
        var ids = ids(connection, site);
        for (var bells : plan.bells())
            store.save(connection, Optional.ofNullable(ids.get(bells.type())).orElseThrow(), bells.bells());
        var days = new HashMap<LocalDate, Long>();
        plan.days()
                .forEach((day, type) ->
                        days.put(day, Optional.ofNullable(ids.get(type)).orElseThrow()));
        store.save(connection, id, days);
    }

    private Map<String, Long> ids(Connection connection, String site) throws SQLException {
        var ids = new HashMap<String, Long>();
        for (var type : store.types(connection, site)) ids.put(type.code(), type.id());
        return ids;
    }

    private List<TimetableProblem> paint(Connection connection, int id, String site, Paint paint) throws SQLException {
        if (paint.last().isBefore(paint.first())
                || paint.last().isAfter(paint.first().plusDays(TimetableChange.MOST_DAYS)))
            return List.of(new TimetableProblem(0, Kind.NO_RANGE, paint.last().toString()));
        if (paint.code().isEmpty()) {
            store.clear(connection, id, paint.first(), paint.last());
            return List.of();
        }
        var type = ids(connection, site).get(paint.code().toUpperCase(Locale.ROOT));
        if (type == null) return List.of(new TimetableProblem(0, Kind.NO_TYPE, paint.code()));
        var days = new HashMap<LocalDate, Long>();
        paint.first().datesUntil(paint.last().plusDays(1)).forEach(day -> days.put(day, type));
        store.save(connection, id, days);
        return List.of();
    }

    /** Types, bells and days in which two timetables differ, as the first has them; types that only the second has stay. */
    static String difference(Timetable before, List<DayType> types, Timetable after, List<DayType> typesAfter) {
        var days = Json.createObjectBuilder();
        var all = new java.util.TreeSet<LocalDate>(before.days().keySet());
        all.addAll(after.days().keySet());
        for (var day : all) {
            var was = before.typeOn(day).map(DayType::code).orElse("");
            if (!was.equals(after.typeOn(day).map(DayType::code).orElse(""))) days.add(day.toString(), was);
        }
        var kept = Json.createArrayBuilder();
        var bells = Json.createArrayBuilder();
        for (var type : types) {
            if (!typesAfter.contains(type))
                kept.add(Json.createObjectBuilder()
                        .add("code", type.code())
                        .add("en", type.nameEn())
                        .add("es", type.nameEs())
                        .add("school", type.school()));
            var was = versions(before, type);
            var is = versions(after, type);
            var from = new java.util.TreeSet<>(was.keySet());
            from.addAll(is.keySet());
            for (var day : from)
                if (!was.getOrDefault(day, List.of()).equals(is.getOrDefault(day, List.of())))
                    bells.add(bells(type.code(), day, was.getOrDefault(day, List.of())));
        }
        return Json.createObjectBuilder()
                .add("days", days)
                .add("types", kept)
                .add("bells", bells)
                .build()
                .toString();
    }

    private static Map<LocalDate, List<BellPeriod>> versions(Timetable timetable, DayType type) {
        var found = new HashMap<LocalDate, List<BellPeriod>>();
        timetable.bells().getOrDefault(type.id(), List.of()).forEach(bells -> found.put(bells.from(), bells.periods()));
        return found;
    }

    private static jakarta.json.JsonObjectBuilder bells(String type, LocalDate from, List<BellPeriod> periods) {
        var rows = Json.createArrayBuilder();
        periods.forEach(period -> rows.add(Json.createArrayBuilder()
                .add(period.number())
                .add(period.name())
                .add(period.starts().toString())
                .add(period.ends().toString())));
        return Json.createObjectBuilder()
                .add("type", type)
                .add("from", from.toString())
                .add("periods", rows);
    }

    /** Puts back what {@link #difference} has kept. A type of day that is gone since is left out. */
    void restore(Connection connection, int id, String site, String kept) throws SQLException {
        JsonObject was;
        try (var reader = Json.createReader(new StringReader(kept))) {
            was = reader.readObject();
        }
        for (var each : was.getJsonArray("types").getValuesAs(JsonObject.class))
            store.save(
                    connection,
                    id,
                    new DayType(
                            0,
                            each.getString("code"),
                            each.getString("en"),
                            each.getString("es"),
                            each.getBoolean("school")));
        var ids = ids(connection, site);
        for (var each : was.getJsonArray("bells").getValuesAs(JsonObject.class)) {
            var type = ids.get(each.getString("type"));
            if (type == null) continue;
            var from = LocalDate.parse(each.getString("from"));
            var periods = each.getJsonArray("periods").getValuesAs(JsonArray.class).stream()
                    .map(row -> new BellPeriod(
                            row.getInt(0),
                            row.getString(1),
                            LocalTime.parse(row.getString(2)),
                            LocalTime.parse(row.getString(3))))
                    .toList();
            if (periods.isEmpty()) store.removeBells(connection, type, from);
            else store.save(connection, type, new BellSchedule(from, periods));
        }
        var days = new HashMap<LocalDate, Long>();
        for (var each : was.getJsonObject("days").entrySet()) {
            var day = LocalDate.parse(each.getKey());
            var type = ids.get(was.getJsonObject("days").getString(each.getKey()));
            if (type == null) store.clear(connection, id, day, day);
            else days.put(day, type);
        }
        store.save(connection, id, days);
    }
}
