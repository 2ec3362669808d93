package org.carrel.scheduling.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.carrel.platform.Cells;
import org.carrel.platform.Days;
import org.carrel.scheduling.BellPeriod;
import org.carrel.scheduling.BellSchedule;
import org.carrel.scheduling.DayType;
import org.carrel.scheduling.TimetablePlan;
import org.carrel.scheduling.TimetableProblem;
import org.carrel.scheduling.TimetableProblem.Kind;

/**
 * A timetable as people write it, or copy it out of a spreadsheet: lines of types, of bells, and of days.
 *
 * <pre>type, A, A day, Día A
 * type, OFF, No school, Sin clases, closed
 * bell, A, 1, Period 1, 8:10, 8:55
 * bell, A, 1, Period 1, 8:30, 9:10, 2027-01-05
 * day, 2026-12-18, EARLY
 * days, 2026-08-19, 2026-12-18, A B, Mon-Thu</pre>
 *
 * Days between two are of these types in turn, without days on which the site is closed; one line after another, so that a later one
 * has the last word.
 */
public final class TimetableFile {
    /** Most lines that are read at once. */
    public static final int MAX_LINES = 2000;

    private static final Pattern CODE = Pattern.compile("[\\p{Lu}\\p{N}-]{1," + DayType.MAX_CODE + "}");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})");
    private static final int MAX_NAME_OF_PERIOD = 40;

    private final Predicate<LocalDate> open;
    private final LocalDate first;
    private final Set<String> known;
    private final Map<String, DayType> types = new LinkedHashMap<>();
    private final Map<Version, List<BellPeriod>> bells = new LinkedHashMap<>();
    private final TreeMap<LocalDate, String> days = new TreeMap<>();
    private final List<TimetableProblem> problems = new ArrayList<>();
    private int line;

    private TimetableFile(Collection<String> known, Predicate<LocalDate> open, LocalDate first) {
        this.known = new LinkedHashSet<>(known);
        this.open = open;
        this.first = first;
    }

    /** Bells of a type from a day on. */
    private record Version(String type, LocalDate from) {}

    /** What was read, or everything that is wrong with it. @param plan empty when there are problems */
    public record Read(Optional<TimetablePlan> plan, List<TimetableProblem> problems) {}

    /**
     * Reads all lines.
     *
     * @param known codes of types that the site has already
     * @param open whether the site is open on a day
     * @param first from when bells hold that name no day
     */
    public static Read read(String text, Collection<String> known, Predicate<LocalDate> open, LocalDate first) {
        var lines = text.lines().toList();
        if (lines.size() > MAX_LINES)
            return wrong(List.of(new TimetableProblem(0, Kind.TOO_MANY_LINES, String.valueOf(MAX_LINES))));
        var file = new TimetableFile(known, open, first);
        lines.forEach(file::take);
        if (file.problems.isEmpty() && file.types.isEmpty() && file.bells.isEmpty() && file.days.isEmpty())
            return wrong(List.of(new TimetableProblem(0, Kind.EMPTY, "")));
        return file.problems.isEmpty() ? new Read(Optional.of(file.plan()), List.of()) : wrong(file.problems);
    }

    private static Read wrong(List<TimetableProblem> problems) {
        return new Read(Optional.empty(), List.copyOf(problems));
    }

    private TimetablePlan plan() {
        var schedules = bells.entrySet().stream()
                .map(each -> new TimetablePlan.OfType(
                        each.getKey().type(), new BellSchedule(each.getKey().from(), each.getValue())))
                .toList();
        return new TimetablePlan(List.copyOf(types.values()), schedules, days);
    }

    private void take(String text) {
        line++;
        if (text.isBlank() || text.startsWith("#")) return;
        var cells = Cells.of(text);
        switch (cells.getFirst().toLowerCase(Locale.ROOT)) {
            case "type" -> type(cells);
            case "bell" -> bell(cells);
            case "day" -> day(cells);
            case "days" -> days(cells);
            default -> wrong(Kind.NO_LINE, cells.getFirst());
        }
    }

    private void type(List<String> cells) {
        var code = code(Cells.at(cells, 1));
        var name = Cells.at(cells, 2);
        var spanish = Cells.at(cells, 3);
        if (!CODE.matcher(code).matches()) wrong(Kind.NO_CODE, Cells.at(cells, 1));
        else if (name.isEmpty()) wrong(Kind.NO_NAME, "");
        else if (isLong(name, DayType.MAX_NAME) || isLong(spanish, DayType.MAX_NAME))
            wrong(Kind.TOO_LONG, String.valueOf(DayType.MAX_NAME));
        else types.put(code, new DayType(0, code, name, spanish, !isClosed(Cells.at(cells, 4))));
    }

    private static boolean isClosed(String typed) {
        return Set.of("closed", "cerrado", "off", "no").contains(typed.toLowerCase(Locale.ROOT));
    }

    private void bell(List<String> cells) {
        var type = ofType(Cells.at(cells, 1));
        var number = number(Cells.at(cells, 2));
        var name = Cells.at(cells, 3);
        var starts = time(Cells.at(cells, 4));
        var ends = time(Cells.at(cells, 5));
        var from = Cells.at(cells, 6).isEmpty() ? Optional.of(first) : readDay(Cells.at(cells, 6));
        if (isLong(name, MAX_NAME_OF_PERIOD)) wrong(Kind.TOO_LONG, String.valueOf(MAX_NAME_OF_PERIOD));
        if (type.isEmpty() || number.isEmpty() || starts.isEmpty() || ends.isEmpty() || from.isEmpty()) return;
        if (!starts.get().isBefore(ends.get())) {
            wrong(Kind.BACKWARDS, Cells.at(cells, 5));
            return;
        }
        var called = name.isEmpty() ? String.valueOf(number.get()) : name;
        add(new Version(type.get(), from.get()), new BellPeriod(number.get(), called, starts.get(), ends.get()));
    }

    private void add(Version version, BellPeriod period) {
        var others = bells.computeIfAbsent(version, key -> new ArrayList<>());
        for (var other : others) {
            if (other.number() == period.number()) wrong(Kind.NUMBER_TWICE, String.valueOf(period.number()));
            else if (other.starts().isBefore(period.ends()) && period.starts().isBefore(other.ends()))
                wrong(Kind.OVERLAP, other.name());
        }
        others.add(period);
    }

    private void day(List<String> cells) {
        var day = readDay(Cells.at(cells, 1));
        var type = ofType(Cells.at(cells, 2));
        if (day.isPresent() && type.isPresent()) days.put(day.get(), type.get());
    }

    private void days(List<String> cells) {
        var from = readDay(Cells.at(cells, 1));
        var last = readDay(Cells.at(cells, 2));
        var turn = Arrays.stream(Cells.at(cells, 3).split("\\s+"))
                .map(this::ofType)
                .toList();
        var weekdays = weekdays(Cells.at(cells, 4));
        if (from.isEmpty()
                || last.isEmpty()
                || weekdays.isEmpty()
                || turn.stream().anyMatch(Optional::isEmpty)) return;
        if (last.get().isBefore(from.get()) || last.get().isAfter(from.get().plusYears(1))) {
            wrong(Kind.NO_RANGE, Cells.at(cells, 2));
            return;
        }
        var at = 0;
        for (var day = from.get(); !day.isAfter(last.get()); day = day.plusDays(1)) {
            if (!weekdays.contains(day.getDayOfWeek()) || !open.test(day)) continue;
            days.put(day, turn.get(at++ % turn.size()).orElseThrow());
        }
    }

    /** As {@code Mon-Fri} or {@code Tue Thu}, in English or Spanish; empty text: Monday to Friday. */
    private Set<DayOfWeek> weekdays(String typed) {
        if (typed.isEmpty()) return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : typed.strip().split("\\s+")) {
            var ends = Arrays.stream(part.split("-", 2))
                    .map(TimetableFile::weekday)
                    .toList();
            if (ends.stream().anyMatch(Optional::isEmpty)) {
                wrong(Kind.NO_WEEKDAY, part);
                return Set.of();
            }
            var last = ends.getLast().orElseThrow();
            for (var day = ends.getFirst().orElseThrow(); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) break;
            }
        }
        return days;
    }

    private static Optional<DayOfWeek> weekday(String typed) {
        if (typed.codePointCount(0, typed.length()) < 3) return Optional.empty();
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> List.of(Locale.ENGLISH, Locale.of("es")).stream()
                        .map(language -> day.getDisplayName(java.time.format.TextStyle.FULL, language))
                        .anyMatch(name -> name.regionMatches(true, 0, typed, 0, typed.length())))
                .findFirst();
    }

    private Optional<String> ofType(String typed) {
        var code = code(typed);
        if (types.containsKey(code) || known.contains(code)) return Optional.of(code);
        wrong(Kind.NO_TYPE, typed);
        return Optional.empty();
    }

    private static String code(String typed) {
        return typed.toUpperCase(Locale.ROOT);
    }

    private Optional<Integer> number(String typed) {
        if (typed.matches("\\d{1,2}")) return Optional.of(Integer.valueOf(typed));
        wrong(Kind.NO_NUMBER, typed);
        return Optional.empty();
    }

    private Optional<LocalTime> time(String typed) {
        var time = TIME.matcher(typed);
        if (time.matches() && Integer.parseInt(time.group(1)) < 24 && Integer.parseInt(time.group(2)) < 60)
            return Optional.of(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))));
        wrong(Kind.NO_TIME, typed);
        return Optional.empty();
    }

    private Optional<LocalDate> readDay(String typed) {
        var day = Days.read(typed);
        if (day.isEmpty()) wrong(Kind.NO_DAY, typed);
        return day;
    }

    private static boolean isLong(String text, int most) {
        return text.codePointCount(0, text.length()) > most;
    }

    private void wrong(Kind kind, String detail) {
        problems.add(new TimetableProblem(line, kind, detail));
    }
}
