package org.carrel.school.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.platform.Cells;
import org.carrel.platform.Days;
import org.carrel.school.Closure;
import org.carrel.school.ClosureDraft;
import org.carrel.school.SchoolProblem;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolProblem.Kind;
import org.carrel.school.Term;
import org.carrel.school.TermDraft;

/** What a closure or a term must be like. */
public final class CalendarRules {
    /** Most lines that are read at once. */
    public static final int MAX_LINES = 500;

    private CalendarRules() {}

    /** What was read, or everything that is wrong with it. @param found empty when there are problems */
    public record Read<T>(Optional<T> found, List<SchoolProblem> problems) {
        static <T> Read<T> of(T found) {
            return new Read<>(Optional.of(found), List.of());
        }

        static <T> Read<T> wrong(List<SchoolProblem> problems) {
            return new Read<>(Optional.empty(), List.copyOf(problems));
        }
    }

    /** @param others closures that are there already */
    public static Read<Closure> closure(ClosureDraft draft, List<Closure> others) {
        var problems = new ArrayList<SchoolProblem>();
        var first = day(draft.first(), Field.FIRST, problems);
        var last = draft.last().isEmpty() ? first : day(draft.last(), Field.LAST, problems);
        text(draft.reasonEn(), Field.REASON_EN, Closure.MAX_REASON, true, problems);
        text(draft.reasonEs(), Field.REASON_ES, Closure.MAX_REASON, false, problems);
        var hours = HoursText.read(draft.hours());
        hours.problem().ifPresent(kind -> problems.add(SchoolProblem.of(Field.HOURS, kind, draft.hours())));
        range(first, last, problems);
        if (!problems.isEmpty()) return Read.wrong(problems);
        var found = new Closure(
                0, first.orElseThrow(), last.orElseThrow(), draft.reasonEn(), draft.reasonEs(), hours.hours());
        for (var other : others) {
            if (other.overlaps(found.first(), found.last())) return overlap(Kind.CLOSURE_OVERLAPS, other.reasonEn());
        }
        return Read.of(found);
    }

    /** @param others terms that are there already */
    public static Read<Term> term(TermDraft draft, List<Term> others) {
        var problems = new ArrayList<SchoolProblem>();
        text(draft.name(), Field.NAME, Term.MAX_NAME, true, problems);
        var first = day(draft.first(), Field.FIRST, problems);
        var last = day(draft.last(), Field.LAST, problems);
        range(first, last, problems);
        if (!problems.isEmpty()) return Read.wrong(problems);
        var found = new Term(0, draft.name(), first.orElseThrow(), last.orElseThrow());
        for (var other : others) {
            if (other.overlaps(found.first(), found.last())) return overlap(Kind.TERM_OVERLAPS, other.name());
        }
        return Read.of(found);
    }

    /**
     * Closures as they are pasted: first day, last day, reason, reason in Spanish, hours. A heading and empty lines are passed
     * over. Nothing is taken when one line is wrong.
     */
    public static Read<List<Closure>> closures(String pasted, List<Closure> others) {
        var lines = pasted.lines().toList();
        var all = new ArrayList<>(others);
        var problems = new ArrayList<SchoolProblem>();
        var found = new ArrayList<Closure>();
        for (var i = 0; i < Math.min(lines.size(), MAX_LINES + 1); i++) {
            if (lines.get(i).isBlank() || i == 0 && isHeading(lines.get(0))) continue;
            var read = closure(draft(Cells.of(lines.get(i)), 0), all);
            for (var problem : read.problems()) problems.add(problem.in(i + 1));
            read.found().ifPresent(all::add);
            read.found().ifPresent(found::add);
        }
        if (lines.size() > MAX_LINES) problems.add(line(Kind.TOO_MANY_LINES, String.valueOf(MAX_LINES)));
        if (found.isEmpty() && problems.isEmpty()) problems.add(line(Kind.EMPTY, ""));
        return problems.isEmpty() ? Read.of(List.copyOf(found)) : Read.wrong(problems);
    }

    /** @param from the cell with the first day */
    static ClosureDraft draft(List<String> cells, int from) {
        return new ClosureDraft(
                Cells.at(cells, from),
                Cells.at(cells, from + 1),
                Cells.at(cells, from + 2),
                Cells.at(cells, from + 3),
                Cells.at(cells, from + 4));
    }

    static SchoolProblem line(Kind kind, String detail) {
        return SchoolProblem.of(Field.LINE, kind, detail);
    }

    /** A first cell without any figure. */
    private static boolean isHeading(String line) {
        return Cells.of(line).getFirst().chars().noneMatch(Character::isDigit);
    }

    private static <T> Read<T> overlap(Kind kind, String name) {
        return Read.wrong(List.of(SchoolProblem.of(Field.FIRST, kind, name)));
    }

    private static Optional<LocalDate> day(String typed, Field field, List<SchoolProblem> problems) {
        var day = Days.read(typed);
        if (day.isEmpty()) problems.add(SchoolProblem.of(field, typed.isEmpty() ? Kind.EMPTY : Kind.NO_DAY, typed));
        return day;
    }

    private static void range(Optional<LocalDate> first, Optional<LocalDate> last, List<SchoolProblem> problems) {
        if (first.isEmpty() || last.isEmpty()) return;
        var days = ChronoUnit.DAYS.between(first.get(), last.get()) + 1;
        if (days < 1) problems.add(SchoolProblem.of(Field.LAST, Kind.BACKWARDS, ""));
        if (days > Closure.MAX_DAYS)
            problems.add(SchoolProblem.of(Field.LAST, Kind.TOO_MANY_DAYS, String.valueOf(Closure.MAX_DAYS)));
    }

    static void text(String typed, Field field, int longest, boolean required, List<SchoolProblem> problems) {
        if (required && typed.isEmpty()) problems.add(SchoolProblem.of(field, Kind.EMPTY, ""));
        if (typed.codePointCount(0, typed.length()) > longest)
            problems.add(SchoolProblem.of(field, Kind.TOO_LONG, String.valueOf(longest)));
    }
}
