package org.carrel.circulation;

import java.util.List;

/**
 * A table of loan rules that somebody would like to have.
 *
 * @param base the version that it was made from
 * @param rules in the order in which problems name them, values as people typed them
 * @param groups the same
 * @param detail what the act was about
 */
public record RuleDraft(
        int base,
        List<LoanRule> rules,
        List<LimitGroup> groups,
        List<LoanSchedule> schedules,
        RuleAct act,
        String detail) {
    public RuleDraft {
        rules = List.copyOf(rules);
        groups = List.copyOf(groups);
        schedules = List.copyOf(schedules);
    }

    public static RuleDraft of(int base, LoanRuleTable table, RuleAct act, String detail) {
        return new RuleDraft(base, table.rules(), table.groups(), table.schedules(), act, detail);
    }
}
