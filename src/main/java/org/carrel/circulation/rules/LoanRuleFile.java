package org.carrel.circulation.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.carrel.circulation.LimitGroup;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.RuleProblem.Kind;
import org.carrel.circulation.RuleProblem.Place;
import org.carrel.circulation.rules.LoanRuleCheck.Checked;
import org.carrel.patrons.PatronCategory;

/**
 * The file with which loan rules start: lines of rules, groups and schedules. Cells have commas between them; lines that begin with
 * {@code #} are remarks.
 */
public final class LoanRuleFile {
    private static final int FIRST_VALUE = 4;

    private final List<LoanRule> rules = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final List<LimitGroup> groups = new ArrayList<>();
    private final Map<String, List<LoanSchedule.Row>> schedules = new LinkedHashMap<>();
    private final List<RuleProblem> problems = new ArrayList<>();
    private int line;

    private LoanRuleFile() {}

    /** The table, or everything that is wrong with it, each with its line where there is one. */
    public static Checked read(String text) {
        var file = new LoanRuleFile();
        text.lines().forEach(file::take);
        if (!file.problems.isEmpty()) return new Checked(LoanRuleTable.EMPTY, file.problems);
        var schedules = file.schedules.entrySet().stream()
                .map(named -> new LoanSchedule(named.getKey(), named.getValue()))
                .toList();
        var checked = LoanRuleCheck.check(file.rules, new LoanRuleTable(List.of(), file.groups, schedules));
        return new Checked(
                checked.table(), checked.problems().stream().map(file::inLine).toList());
    }

    private RuleProblem inLine(RuleProblem problem) {
        if (problem.place() != Place.RULE || problem.row() == 0) return problem;
        var at = lines.get(problem.row() - 1);
        return new RuleProblem(Place.LINE, at, problem.field(), problem.kind(), problem.detail());
    }

    private void take(String text) {
        line++;
        if (text.isBlank() || text.startsWith("#")) return;
        var cells = cells(text);
        switch (cells.getFirst().toLowerCase(Locale.ROOT)) {
            case "rule" -> rule(cells);
            case "group" -> group(cells);
            case "schedule" -> schedule(cells);
            default -> wrong(Kind.NO_LINE, cells.getFirst());
        }
    }

    private void rule(List<String> cells) {
        var values = new EnumMap<RuleField, String>(RuleField.class);
        for (var cell : cells.subList(Math.min(FIRST_VALUE, cells.size()), cells.size())) {
            if (cell.isEmpty()) continue;
            var equals = cell.indexOf('=');
            var field = equals < 0 ? Optional.<RuleField>empty() : RuleField.ofCode(cell.substring(0, equals));
            if (field.isEmpty()) wrong(Kind.NO_FIELD, cell);
            else values.put(field.get(), cell.substring(equals + 1).strip());
        }
        rules.add(new LoanRule(LoanRuleKey.of(at(cells, 1), category(at(cells, 2)), at(cells, 3)), values));
        lines.add(line);
    }

    private Optional<PatronCategory> category(String text) {
        if (text.isEmpty()) return Optional.empty();
        var found = Arrays.stream(PatronCategory.values())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst();
        if (found.isEmpty()) wrong(Kind.NO_CATEGORY, text);
        return found;
    }

    private void group(List<String> cells) {
        var most = at(cells, 4);
        if (!most.matches("\\d{1,4}")) {
            wrong(Kind.NO_VALUE, most);
            return;
        }
        var types = cells.subList(5, cells.size()).stream()
                .filter(type -> !type.isEmpty())
                .toList();
        var site = Optional.of(at(cells, 2)).filter(code -> !code.isEmpty());
        groups.add(new LimitGroup(at(cells, 1), site, category(at(cells, 3)), Integer.parseInt(most), types));
    }

    private void schedule(List<String> cells) {
        var days = new ArrayList<LocalDate>();
        for (var i = 2; i <= 4; i++) day(at(cells, i)).ifPresent(days::add);
        if (days.size() == 3)
            schedules
                    .computeIfAbsent(at(cells, 1), name -> new ArrayList<>())
                    .add(new LoanSchedule.Row(days.get(0), days.get(1), days.get(2)));
    }

    private Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            wrong(Kind.NO_DAY, text);
            return Optional.empty();
        }
    }

    private void wrong(Kind kind, String detail) {
        problems.add(RuleProblem.of(Place.LINE, line, kind, detail));
    }

    private static String at(List<String> cells, int place) {
        return place < cells.size() ? cells.get(place) : "";
    }

    private static List<String> cells(String text) {
        try (var parser = CSVFormat.DEFAULT.parse(new StringReader(text))) {
            return parser.getRecords().getFirst().stream().map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
