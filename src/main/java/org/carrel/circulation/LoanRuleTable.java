package org.carrel.circulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.ResolvedRule.Given;
import org.carrel.patrons.PatronCategory;

/**
 * All loan rules of the school, with the most particular first.
 *
 * @param rules no two have the same key
 * @param groups limits across item types
 * @param schedules due dates that are fixed
 */
public record LoanRuleTable(List<LoanRule> rules, List<LimitGroup> groups, List<LoanSchedule> schedules) {
    /** Before anybody has said anything: everything as it is built in. */
    public static final LoanRuleTable EMPTY = new LoanRuleTable(List.of(), List.of(), List.of());

    public LoanRuleTable {
        rules = rules.stream()
                .sorted((one, other) -> LoanRuleKey.MOST_SPECIFIC_FIRST.compare(one.key(), other.key()))
                .toList();
        groups = List.copyOf(groups);
        schedules = List.copyOf(schedules);
    }

    /**
     * What holds for a loan: each field by the most particular rule that says something about it (rule L1).
     *
     * @param site code of the site that lends
     * @param itemType code; empty for a copy without one
     */
    public ResolvedRule resolve(String site, PatronCategory category, String itemType) {
        return resolve(LoanRuleKey.of(site, Optional.of(category), itemType));
    }

    /** What holds where no more is known than this; a part that is empty is met only by rules for any. */
    public ResolvedRule resolve(LoanRuleKey loan) {
        var found = rules.stream().filter(rule -> rule.key().covers(loan)).toList();
        var values = new EnumMap<RuleField, Given>(RuleField.class);
        for (var field : RuleField.values()) given(field, found).ifPresent(given -> values.put(field, given));
        return new ResolvedRule(values, used(values));
    }

    private static Optional<Given> given(RuleField field, List<LoanRule> rules) {
        return rules.stream()
                .filter(rule -> rule.says(field).isPresent())
                .filter(rule ->
                        field != RuleField.TOTAL_LIMIT || rule.key().itemType().isEmpty())
                .findFirst()
                .map(rule -> new Given(rule.says(field).orElseThrow(), Optional.of(rule.key())))
                .or(() -> Optional.of(field.builtIn())
                        .filter(value -> !value.isEmpty())
                        .map(value -> new Given(value, Optional.empty())));
    }

    private List<LoanSchedule> used(EnumMap<RuleField, Given> values) {
        return schedules.stream()
                .filter(schedule ->
                        values.values().stream().anyMatch(given -> given.value().equals("schedule " + schedule.name())))
                .toList();
    }

    /** The rule with this key, however its codes are written. */
    public Optional<LoanRule> rule(LoanRuleKey key) {
        return rules.stream()
                .filter(rule -> rule.key().folded().equals(key.folded()))
                .findFirst();
    }
}
