package org.carrel.school.rules;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.carrel.platform.Cells;
import org.carrel.school.Closure;
import org.carrel.school.DayHours;
import org.carrel.school.SchoolPlan;
import org.carrel.school.SchoolProblem;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolProblem.Kind;
import org.carrel.school.SiteDraft;
import org.carrel.school.Term;
import org.carrel.school.TermDraft;
import org.carrel.school.rules.CalendarRules.Read;

/**
 * The file with which a school starts: lines of a site, its hours, its terms and its closures, each with the site's code in
 * the second cell. Lines that begin with {@code #} are remarks.
 */
public final class SchoolFile {
    private final Map<String, Draft> sites = new LinkedHashMap<>();
    private final List<SchoolProblem> problems = new ArrayList<>();
    private int line;

    private SchoolFile() {}

    /** A site while its lines are read. */
    private record Draft(SiteDraft site, Map<DayOfWeek, DayHours> week, List<Term> terms, List<Closure> closures) {
        SchoolPlan plan() {
            return new SchoolPlan(site, week, terms, closures);
        }
    }

    /** The sites in the order of the file, or everything that is wrong with it. */
    public static Read<List<SchoolPlan>> read(String text) {
        var file = new SchoolFile();
        text.lines().forEach(file::take);
        return file.problems.isEmpty()
                ? Read.of(file.sites.values().stream().map(Draft::plan).toList())
                : Read.wrong(file.problems);
    }

    private void take(String text) {
        line++;
        if (text.isBlank() || text.startsWith("#")) return;
        var cells = Cells.of(text);
        switch (cells.getFirst().toLowerCase(Locale.ROOT)) {
            case "site" -> site(cells);
            case "hours" -> of(cells).ifPresent(draft -> hours(draft, cells));
            case "term" -> of(cells).ifPresent(draft -> term(draft, cells));
            case "closure" -> of(cells).ifPresent(draft -> closure(draft, cells));
            default -> wrong(CalendarRules.line(Kind.NO_LINE, cells.getFirst()));
        }
    }

    private void site(List<String> cells) {
        var site = new SiteDraft(
                Cells.at(cells, 1),
                Cells.at(cells, 2),
                Cells.at(cells, 3),
                Cells.at(cells, 4),
                Cells.at(cells, 5),
                Cells.at(cells, 6).toUpperCase(Locale.ROOT),
                Cells.at(cells, 7),
                Cells.at(cells, 8),
                0);
        SiteRules.check(site).forEach(this::wrong);
        if (!SiteRules.isCode(site.code())) wrong(SchoolProblem.of(Field.CODE, Kind.NO_CODE, site.code()));
        var draft = new Draft(site, new EnumMap<>(DayOfWeek.class), new ArrayList<>(), new ArrayList<>());
        if (sites.putIfAbsent(key(site.code()), draft) != null)
            wrong(SchoolProblem.of(Field.CODE, Kind.CODE_TAKEN, site.code()));
    }

    /** The site that a line is about; its own line must stand above. */
    private Optional<Draft> of(List<String> cells) {
        var code = Cells.at(cells, 1);
        var draft = Optional.ofNullable(sites.get(key(code)));
        if (draft.isEmpty()) wrong(SchoolProblem.of(Field.CODE, Kind.NO_CODE, code));
        return draft;
    }

    private void hours(Draft draft, List<String> cells) {
        var name = Cells.at(cells, 2).toUpperCase(Locale.ROOT);
        var day = List.of(DayOfWeek.values()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        var read = HoursText.read(Cells.at(cells, 3));
        read.problem().ifPresent(kind -> wrong(SchoolProblem.of(Field.HOURS, kind, Cells.at(cells, 3))));
        if (day.isEmpty()) wrong(CalendarRules.line(Kind.NO_LINE, Cells.at(cells, 2)));
        else draft.week().put(day.get(), read.hours());
    }

    private void term(Draft draft, List<String> cells) {
        var term = new TermDraft(Cells.at(cells, 2), Cells.at(cells, 3), Cells.at(cells, 4));
        keep(CalendarRules.term(term, draft.terms()), draft.terms()::add);
    }

    private void closure(Draft draft, List<String> cells) {
        keep(CalendarRules.closure(CalendarRules.draft(cells, 2), draft.closures()), draft.closures()::add);
    }

    private <T> void keep(Read<T> read, Consumer<T> to) {
        read.problems().forEach(this::wrong);
        read.found().ifPresent(to);
    }

    private void wrong(SchoolProblem problem) {
        problems.add(problem.in(line));
    }

    private static String key(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
