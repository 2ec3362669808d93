package org.carrel.circulation.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.carrel.circulation.LimitGroup;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.RuleProblem.Kind;
import org.carrel.circulation.RuleProblem.Place;

/** Whether the groups and schedules beside loan rules can be used. */
final class RuleListCheck {
    private final List<RuleProblem> problems = new ArrayList<>();

    private RuleListCheck() {}

    static List<RuleProblem> problems(LoanRuleTable table) {
        var check = new RuleListCheck();
        var groups = table.groups();
        var schedules = table.schedules();
        check.names(Place.GROUP, groups.size(), i -> groups.get(i).name(), LimitGroup.MAX_NAME);
        check.names(Place.SCHEDULE, schedules.size(), i -> schedules.get(i).name(), LoanSchedule.MAX_NAME);
        for (var i = 0; i < groups.size(); i++) check.group(i + 1, groups.get(i));
        for (var i = 0; i < schedules.size(); i++)
            check.rows(i + 1, schedules.get(i).rows());
        return check.problems;
    }

    private void group(int row, LimitGroup group) {
        if (group.itemTypes().isEmpty()) wrong(Place.GROUP, row, Kind.EMPTY);
        var codes = Stream.concat(group.site().stream(), group.itemTypes().stream());
        if (!codes.allMatch(LoanRuleKey::isCode)) wrong(Place.GROUP, row, Kind.NO_CODE);
    }

    private void names(Place place, int count, IntFunction<String> name, int longest) {
        var seen = new HashSet<String>();
        for (var i = 0; i < count; i++) {
            var text = name.apply(i);
            if (text.isBlank() || text.length() > longest) wrong(place, i + 1, Kind.NO_NAME);
            else if (!seen.add(text.toUpperCase(Locale.ROOT))) wrong(place, i + 1, Kind.NAME_TWICE);
        }
    }

    private void rows(int schedule, List<LoanSchedule.Row> rows) {
        if (rows.isEmpty()) wrong(Place.SCHEDULE, schedule, Kind.EMPTY);
        for (var row : rows)
            if (row.last().isBefore(row.first()) || row.due().isBefore(row.first()))
                wrong(Place.SCHEDULE, schedule, Kind.BACKWARDS);
        for (var i = 1; i < rows.size(); i++) {
            var earlier = rows.get(i - 1);
            var later = rows.get(i);
            if (!later.first().isAfter(earlier.last()) || later.due().isBefore(earlier.due()))
                wrong(Place.SCHEDULE, schedule, Kind.OUT_OF_ORDER);
        }
    }

    private void wrong(Place place, int row, Kind kind) {
        problems.add(RuleProblem.of(place, row, kind, ""));
    }
}
