package org.carrel.circulation.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.RuleProblem.Kind;
import org.carrel.circulation.RuleProblem.Place;

/** Whether a table of loan rules can be used (rules L2, B49), whoever has written it. */
public final class LoanRuleCheck {
    private static final int MOST_ROWS = 500;
    private static final int SHOWN = 20;
    /** Ten years of days, thousands of copies. */
    private static final int MOST = 3_660;

    private final List<LoanRule> typed;
    private final List<RuleProblem> problems = new ArrayList<>();

    private LoanRuleCheck(List<LoanRule> typed) {
        this.typed = typed;
    }

    /**
     * What was found.
     *
     * @param table with every value in the one way of writing it; of use only without problems
     */
    public record Checked(LoanRuleTable table, List<RuleProblem> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }

        public boolean isGood() {
            return problems.isEmpty();
        }
    }

    /** @param rules in the order in which problems are to name them, values as people typed them */
    public static Checked check(List<LoanRule> rules, LoanRuleTable others) {
        var check = new LoanRuleCheck(rules);
        if (rules.size() > MOST_ROWS)
            return new Checked(
                    LoanRuleTable.EMPTY,
                    List.of(RuleProblem.of(Place.TABLE, 0, Kind.TOO_MANY_ROWS, String.valueOf(MOST_ROWS))));
        var read = check.read();
        check.twice();
        check.problems.addAll(RuleListCheck.problems(others));
        var table = new LoanRuleTable(read, others.groups(), others.schedules());
        check.schedules(read, table);
        check.defaultRule(table);
        if (check.problems.isEmpty()) check.intervals(read, table);
        return new Checked(table, check.problems);
    }

    /** A table that was put together elsewhere. */
    public static Checked check(LoanRuleTable table) {
        return check(table.rules(), table);
    }

    private List<LoanRule> read() {
        var all = new ArrayList<LoanRule>();
        for (var i = 0; i < typed.size(); i++) all.add(read(i + 1, typed.get(i)));
        return all;
    }

    private LoanRule read(int row, LoanRule rule) {
        var values = new EnumMap<RuleField, String>(RuleField.class);
        rule.values().forEach((field, text) -> {
            var value = field.read(text);
            if (value.isEmpty()) problems.add(RuleProblem.of(row, field, Kind.NO_VALUE, text));
            else if (isTooMuch(value.get())) problems.add(RuleProblem.of(row, field, Kind.TOO_MUCH, text));
            value.ifPresent(good -> values.put(field, good));
        });
        Stream.of(rule.key().site(), rule.key().itemType())
                .flatMap(Optional::stream)
                .filter(code -> !LoanRuleKey.isCode(code))
                .forEach(code -> problems.add(RuleProblem.of(Place.RULE, row, Kind.NO_CODE, shortened(code))));
        if (values.containsKey(RuleField.TOTAL_LIMIT) && rule.key().itemType().isPresent())
            problems.add(RuleProblem.of(row, RuleField.TOTAL_LIMIT, Kind.TOTAL_OF_TYPE, ""));
        return new LoanRule(rule.key(), values);
    }

    private static String shortened(String code) {
        return code.length() <= SHOWN ? code : code.substring(0, SHOWN) + "…";
    }

    private static boolean isTooMuch(String value) {
        var number = value.replaceFirst(" (open )?days$", "");
        return number.matches("\\d+") && Integer.parseInt(number) > MOST;
    }

    private void twice() {
        var seen = new HashSet<LoanRuleKey>();
        for (var i = 0; i < typed.size(); i++)
            if (!seen.add(typed.get(i).key().folded()))
                problems.add(RuleProblem.of(Place.RULE, i + 1, Kind.RULE_TWICE, ""));
    }

    private void schedules(List<LoanRule> rules, LoanRuleTable table) {
        for (var i = 0; i < rules.size(); i++) {
            var row = i + 1;
            rules.get(i).values().forEach((field, value) -> {
                if (field.kind() != RuleField.Kind.PERIOD && field.kind() != RuleField.Kind.CEILING) return;
                if (!value.startsWith("schedule ")) return;
                var name = value.substring("schedule ".length());
                if (table.schedules().stream().noneMatch(one -> one.name().equals(name)))
                    problems.add(RuleProblem.of(row, field, Kind.NO_SCHEDULE, name));
            });
        }
    }

    private void defaultRule(LoanRuleTable table) {
        var period = table.rule(LoanRuleKey.DEFAULT).flatMap(rule -> rule.says(RuleField.PERIOD));
        if (period.isEmpty()) problems.add(RuleProblem.of(Place.TABLE, 0, Kind.NO_DEFAULT, ""));
    }

    /** Wherever a rate holds an interval must hold too, whichever rows they come from. */
    private void intervals(List<LoanRule> rules, LoanRuleTable table) {
        var reported = new HashSet<LoanRuleKey>();
        for (var key : Combinations.of(rules)) {
            var rule = table.resolve(key);
            var rate = rule.money(RuleField.FINE_RATE);
            if (rate.isEmpty() || rate.get().signum() == 0) continue;
            if (rule.span(RuleField.FINE_INTERVAL)
                    .filter(span -> span.amount() > 0)
                    .isPresent()) continue;
            var from = rule.row(RuleField.FINE_RATE).orElse(LoanRuleKey.DEFAULT);
            if (reported.add(from))
                problems.add(RuleProblem.of(rowOf(from), RuleField.FINE_INTERVAL, Kind.NO_INTERVAL, ""));
        }
    }

    private int rowOf(LoanRuleKey key) {
        return typed.stream().map(LoanRule::key).toList().indexOf(key) + 1;
    }
}
