package org.carrel.desk.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carrel.desk.web.ScheduleSheet.Cell;
import org.carrel.desk.web.ScheduleSheet.Column;
import org.carrel.desk.web.ScheduleSheet.Event;
import org.carrel.desk.web.ScheduleSheet.Free;
import org.carrel.desk.web.ScheduleSheet.Row;
import org.carrel.scheduling.BellPeriod;
import org.carrel.scheduling.BookingGrid;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.FreeResource;
import org.carrel.scheduling.PeriodOfDay;
import org.carrel.scheduling.Timetable;

/** Puts a week into a table: each session once into each period that it touches, in one pass. */
final class ScheduleTable {
    private final BookingGrid grid;
    private final ScheduleAddress address;
    private final Reader reader;
    private final BookingWords says;
    private final Timetable timetable;
    private final Map<Long, BookingResource> resources;
    private final Map<PeriodOfDay, List<ClassSession>> placed = new HashMap<>();
    private final List<ClassSession> elsewhere = new ArrayList<>();

    /**
     * Who looks.
     *
     * @param names whether they may know who has something
     * @param books whether they may book
     * @param opens whether they may open a session's page, and know what it is about
     * @param closed why a day has no school; empty for a day of no type
     */
    record Reader(
            LocalDate today,
            boolean names,
            boolean books,
            Predicate<ClassSession> opens,
            Function<LocalDate, String> closed) {}

    ScheduleTable(BookingGrid grid, ScheduleAddress address, Reader reader, BookingWords says) {
        this.grid = grid;
        this.address = address;
        this.reader = reader;
        this.says = says;
        this.timetable = grid.week().timetable();
        this.resources =
                grid.week().resources().stream().collect(Collectors.toMap(BookingResource::id, Function.identity()));
        place();
    }

    private void place() {
        for (var session : grid.week().sessions()) {
            if (session.parts().stream().noneMatch(part -> address.shows(part.resource()))) continue;
            var found = false;
            for (var period : timetable.periodsOn(session.day())) {
                var span = timetable.span(session.day(), period.number(), period.number());
                if (span.isEmpty() || !span.get().overlaps(session.span())) continue;
                found = true;
                placed.computeIfAbsent(new PeriodOfDay(session.day(), period.number()), key -> new ArrayList<>())
                        .add(session);
            }
            if (!found) elsewhere.add(session);
        }
    }

    ScheduleSheet week() {
        var days = grid.week().days();
        var numbers = timetable.numbers(days);
        var columns = days.stream().map(this::column).toList();
        var rows = new ArrayList<Row>();
        for (var number : numbers) {
            var hours = hours(days, number);
            var cells = new ArrayList<Cell>();
            for (var day : days) {
                if (timetable.isSchoolDay(day)) cells.add(cell(day, number, hours));
                else if (rows.isEmpty()) cells.add(Cell.closed(reader.closed().apply(day), numbers.size()));
            }
            rows.add(new Row("period-" + number, name(days, number), hours, cells));
        }
        return new ScheduleSheet(
                columns,
                rows,
                elsewhere.stream()
                        .map(session -> event(session, Optional.empty()))
                        .toList());
    }

    private Column column(LocalDate day) {
        var type = timetable.typeOn(day).map(says::type).orElse("");
        return new Column("day-" + day, says.day(day), type, day.equals(reader.today()));
    }

    /** Those of most of the days. */
    private String hours(List<LocalDate> days, int number) {
        return days.stream()
                .flatMap(day -> timetable.period(day, number).stream())
                .map(says::times)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private String name(List<LocalDate> days, int number) {
        return days.stream()
                .flatMap(day -> timetable.period(day, number).stream())
                .map(BellPeriod::name)
                .findFirst()
                .orElse("");
    }

    private Cell cell(LocalDate day, int number, String usual) {
        var period = timetable.period(day, number);
        if (period.isEmpty()) return Cell.closed(says.words().text("schedule.noPeriod"), 1);
        var at = new PeriodOfDay(day, number);
        var times = says.times(period.get());
        var events = placed.getOrDefault(at, List.of()).stream()
                .map(session -> event(session, Optional.of(at)))
                .toList();
        return new Cell(
                times.equals(usual) ? "" : times,
                false,
                1,
                events,
                free(at, address::shows, "free-" + day + "-" + number));
    }

    /** One day, each thing in a column of its own: what overlaps stays in it (B-16). */
    ScheduleSheet day(LocalDate day) {
        var shown = grid.week().resources().stream()
                .filter(resource -> address.shows(resource.id()))
                .toList();
        var columns = shown.stream()
                .map(resource -> new Column(
                        "thing-" + resource.id(),
                        says.name(resource),
                        says.words().text("resourceKind." + resource.kind()),
                        false))
                .toList();
        var rows = timetable.periodsOn(day).stream()
                .map(period -> new Row(
                        "period-" + period.number(),
                        period.name(),
                        says.times(period),
                        shown.stream()
                                .map(resource -> cell(day, period.number(), resource))
                                .toList()))
                .toList();
        var others = elsewhere.stream()
                .filter(session -> session.day().equals(day))
                .map(session -> event(session, Optional.empty()))
                .toList();
        return new ScheduleSheet(columns, rows, others);
    }

    private Cell cell(LocalDate day, int number, BookingResource resource) {
        var at = new PeriodOfDay(day, number);
        var events = placed.getOrDefault(at, List.of()).stream()
                .filter(session -> has(session, resource.id()))
                .map(session -> event(session, Optional.of(at)))
                .toList();
        var id = "free-" + day + "-" + number + "-" + resource.id();
        return new Cell("", false, 1, events, free(at, thing -> thing == resource.id(), id));
    }

    private static boolean has(ClassSession session, long resource) {
        return session.parts().stream().anyMatch(part -> part.resource() == resource);
    }

    private Event event(ClassSession session, Optional<PeriodOfDay> at) {
        var opens = reader.opens().test(session);
        var about = reader.names() ? says.who(session) : "";
        if (opens && !session.about().topic().isEmpty())
            about += " · " + session.about().topic();
        return new Event(
                look(session),
                opens ? "/schedule/session/" + session.id() : "",
                title(session),
                at.isPresent() ? about : says.day(session.day()) + " · " + about,
                mark(session, at));
    }

    private String title(ClassSession session) {
        var kind = session.kind() == ClassSession.Kind.RESEARCH
                ? ""
                : " · " + says.words().text("sessionKind." + session.kind());
        return says.things(session) + kind;
    }

    private static String look(ClassSession session) {
        return switch (session.kind()) {
            case TESTING -> "ev test";
            case MAINTENANCE -> "ev repair";
            case RESEARCH ->
                session.parts().stream().anyMatch(part -> part.kind().isPlace()) ? "ev" : "ev cart";
        };
    }

    private String mark(ClassSession session, Optional<PeriodOfDay> at) {
        if (session.state() == ClassSession.State.REQUESTED) return says.words().text("schedule.requested");
        return at.isPresent() && isTooMuch(session, at.get()) ? says.words().text("schedule.overlap") : "";
    }

    /** More have a thing than it is for: room for fewer classes was told after they had booked. */
    private boolean isTooMuch(ClassSession session, PeriodOfDay at) {
        return session.parts().stream().anyMatch(part -> {
            var classes = Optional.ofNullable(resources.get(part.resource())).map(BookingResource::classes);
            return classes.isPresent()
                    && placed.getOrDefault(at, List.of()).stream()
                                    .filter(other -> has(other, part.resource()))
                                    .count()
                            > classes.get();
        });
    }

    /** Nothing, or one way to book what is free. */
    private List<Free> free(PeriodOfDay at, Predicate<Long> shown, String id) {
        var when = says.when(timetable, at.day(), at.period(), at.period());
        if (address.move().isPresent()) {
            if (!grid.goals().contains(at)) return List.of();
            var label = says.words().text("schedule.moveHere");
            return List.of(new Free(id, "", at.day() + " " + at.period(), label, when));
        }
        var free = grid.free().getOrDefault(at, List.of()).stream()
                .filter(each -> shown.test(each.resource()))
                .toList();
        if (free.isEmpty()) return List.of();
        var names = free.stream().map(this::name).toList();
        return List.of(new Free(
                id,
                reader.books() ? path(at, free) : "",
                "",
                label(free, names, shown),
                when + ": " + String.join(", ", names)));
    }

    /** "free" where all that is shown is; otherwise what is, the first two by name. */
    private String label(List<FreeResource> free, List<String> names, Predicate<Long> shown) {
        var all = grid.week().resources().stream()
                .filter(resource -> shown.test(resource.id()) && !resource.retired())
                .count();
        var whole = free.stream().noneMatch(this::isShared);
        if (whole && all == free.size()) return says.words().text("schedule.free");
        if (names.size() <= 2) return String.join(", ", names);
        return says.words().text("schedule.freeMore", names.get(0), names.get(1), names.size() - 2);
    }

    private boolean isShared(FreeResource free) {
        var resource = resource(free);
        return free.seats().isPresent() && !free.seats().equals(resource.seats());
    }

    private BookingResource resource(FreeResource free) {
        return Optional.ofNullable(resources.get(free.resource())).orElseThrow();
    }

    private String name(FreeResource free) {
        var name = says.name(resource(free));
        return isShared(free)
                ? says.words().text("schedule.roomFor", name, free.seats().getAsInt())
                : name;
    }

    /** What was looked at alone is ticked in the form. */
    private String path(PeriodOfDay at, List<FreeResource> free) {
        var need = address.byDay() || address.only().size() == 1
                ? "&need=" + free.getFirst().resource()
                : "";
        return ScheduleAddress.book(address.site(), at) + need;
    }
}
