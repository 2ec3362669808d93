package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.day;
import static org.carrel.circulation.Lending.key;
import static org.carrel.circulation.Lending.row;
import static org.carrel.circulation.Lending.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.circulation.LimitGroup;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.RuleProblem.Kind;
import org.carrel.circulation.RuleProblem.Place;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoanRuleCheckTest {
    private static final LoanRule GENERAL = row(LoanRuleKey.DEFAULT, "period=14 days");

    private static List<RuleProblem> problems(LoanRule... rules) {
        return LoanRuleCheck.check(table(rules)).problems();
    }

    @Test
    @DisplayName("L2: a table without a rule for everything is refused")
    void somethingMustHoldForEverything() {
        var wrong = RuleProblem.of(Place.TABLE, 0, Kind.NO_DEFAULT, "");
        assertThat(problems()).containsExactly(wrong);
        assertThat(problems(row(key("LMC", "STUDENT", ""), "period=14 days"))).containsExactly(wrong);
        assertThat(problems(row(LoanRuleKey.DEFAULT, "renewals=1"))).containsExactly(wrong);
        assertThat(problems(GENERAL)).isEmpty();
    }

    @Test
    @DisplayName("B49: a fine without an interval is refused, whichever rows they stand in")
    void aFineNeedsItsInterval() {
        assertThat(problems(GENERAL.with(RuleField.FINE_RATE, "0.25")))
                .containsExactly(RuleProblem.of(1, RuleField.FINE_INTERVAL, Kind.NO_INTERVAL, ""));
        assertThat(problems(
                        row(key("", "STUDENT", ""), "fine rate=0.25"), GENERAL.with(RuleField.FINE_INTERVAL, "1 days")))
                .isEmpty();
        assertThat(problems(
                        row(key("", "", "BOOK"), "fine interval=0 days"),
                        GENERAL.with(RuleField.FINE_RATE, "0.25").with(RuleField.FINE_INTERVAL, "1 days")))
                .as("the interval of books takes away that of all")
                .containsExactly(RuleProblem.of(2, RuleField.FINE_INTERVAL, Kind.NO_INTERVAL, ""));
        assertThat(problems(GENERAL.with(RuleField.FINE_RATE, "0.00"))).isEmpty();
    }

    @Test
    void everyProblemIsNamedWithItsRowAndField() {
        var typed = new LoanRule(
                key("", "STUDENT", "BOOK"),
                Map.of(RuleField.RENEWALS, "many", RuleField.TOTAL_LIMIT, "5", RuleField.LOST_AFTER, "9999"));
        var twice = row(key("", "STUDENT", "book"), "renewals=1");
        assertThat(LoanRuleCheck.check(List.of(GENERAL, typed, twice), LoanRuleTable.EMPTY)
                        .problems())
                .containsExactlyInAnyOrder(
                        RuleProblem.of(2, RuleField.RENEWALS, Kind.NO_VALUE, "many"),
                        RuleProblem.of(2, RuleField.LOST_AFTER, Kind.TOO_MUCH, "9999"),
                        RuleProblem.of(2, RuleField.TOTAL_LIMIT, Kind.TOTAL_OF_TYPE, ""),
                        RuleProblem.of(Place.RULE, 3, Kind.RULE_TWICE, ""));
    }

    @Test
    void aScheduleMustBeThereAndInOrder() {
        var rule = row(LoanRuleKey.DEFAULT, "period=schedule Halves", "ceiling=schedule Other");
        var halves = new LoanSchedule(
                "Halves",
                List.of(
                        new LoanSchedule.Row(day("2026-08-17"), day("2027-01-15"), day("2027-01-08")),
                        new LoanSchedule.Row(day("2027-01-10"), day("2027-06-04"), day("2027-01-07"))));
        var empty = new LoanSchedule("halves", List.of());
        assertThat(LoanRuleCheck.check(List.of(rule), new LoanRuleTable(List.of(), List.of(), List.of(halves, empty)))
                        .problems())
                .containsExactlyInAnyOrder(
                        RuleProblem.of(1, RuleField.CEILING, Kind.NO_SCHEDULE, "Other"),
                        RuleProblem.of(Place.SCHEDULE, 1, Kind.BACKWARDS, ""),
                        RuleProblem.of(Place.SCHEDULE, 1, Kind.OUT_OF_ORDER, ""),
                        RuleProblem.of(Place.SCHEDULE, 2, Kind.NAME_TWICE, ""),
                        RuleProblem.of(Place.SCHEDULE, 2, Kind.EMPTY, ""));
    }

    @Test
    void aCodeIsOneThatACopyCanHave() {
        var long65 = "X".repeat(65);
        assertThat(problems(row(key("", "", long65), "renewals=1"), row(key("A\tB", "", ""), "renewals=1"), GENERAL))
                .containsExactlyInAnyOrder(
                        RuleProblem.of(Place.RULE, 1, Kind.NO_CODE, "A\tB"),
                        RuleProblem.of(Place.RULE, 2, Kind.NO_CODE, "X".repeat(20) + "…"));
        var group = new LimitGroup("Devices", Optional.empty(), Optional.empty(), 1, List.of(long65));
        assertThat(LoanRuleCheck.check(List.of(GENERAL), new LoanRuleTable(List.of(), List.of(group), List.of()))
                        .problems())
                .containsExactly(RuleProblem.of(Place.GROUP, 1, Kind.NO_CODE, ""));
    }

    @Test
    void aGroupHasANameAndTypes() {
        var nameless = new LimitGroup(" ", Optional.empty(), Optional.empty(), 1, List.of("LAPTOP"));
        var empty = new LimitGroup("Devices", Optional.empty(), Optional.empty(), 1, List.of());
        assertThat(LoanRuleCheck.check(
                                List.of(GENERAL), new LoanRuleTable(List.of(), List.of(nameless, empty), List.of()))
                        .problems())
                .containsExactlyInAnyOrder(
                        RuleProblem.of(Place.GROUP, 1, Kind.NO_NAME, ""),
                        RuleProblem.of(Place.GROUP, 2, Kind.EMPTY, ""));
    }
}
