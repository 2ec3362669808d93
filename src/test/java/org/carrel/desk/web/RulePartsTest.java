package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.RuleAct;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loan rules out of a form and into it. */
class RulePartsTest {
    @ParameterizedTest(name = "{0}: {1} and {2} are {3}")
    @CsvSource({
        "PERIOD, DAYS, 14, 14 days",
        "PERIOD, OPEN_DAYS, 3, 3 open days",
        "PERIOD, END_OF_PERIOD, 3, period 3",
        "PERIOD, CLOSING, '', closing",
        "PERIOD, END_OF_TERM, '', term",
        "PERIOD, UNLIMITED, '', unlimited",
        "PERIOD, SCHEDULE:Two Halves, '', schedule Two Halves",
        "PERIOD, '', '', ''",
        "CEILING, NONE, '', none",
        "CEILING, DATE, 2027-05-28, 2027-05-28",
        "CEILING, TERM, '', term",
        "CEILING, SCHEDULE:Halves, '', schedule Halves",
        "FINE_INTERVAL, DAYS, 1, 1 days",
        "DUE_TIME, AT, 15:00, 15:00",
        "DUE_TIME, SAME, '', same",
        "CLOSED_DAYS, NEXT_OPEN, '', NEXT_OPEN",
        "HOLDS_ALLOWED, no, '', no",
        "RENEWALS, '', 2, 2",
        "RENEWALS, '', unlimited, unlimited"
    })
    void aValueGoesIntoAFormAndOutAgain(RuleField field, String choice, String text, String value) {
        assertThat(RuleParts.of(field, value)).isEqualTo(new RuleParts(choice, text));
        assertThat(new RuleParts(choice, text).value(field)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}: {1} and {2} are refused")
    @CsvSource({
        "PERIOD, DAYS, ''",
        "PERIOD, DAYS, soon",
        "PERIOD, '', 14",
        "CEILING, DATE, ''",
        "CEILING, DATE, 28 May",
        "FINE_INTERVAL, DAYS, ''",
        "FINE_INTERVAL, '', 3",
        "DUE_TIME, AT, ''",
        "DUE_TIME, AT, noon"
    })
    void whatCannotBeReadIsNoBlank(RuleField field, String choice, String text) {
        var value = new RuleParts(choice, text).value(field);
        assertThat(value).isNotEmpty();
        assertThat(field.read(value)).isEmpty();
    }

    @Test
    void unlimitedIsUnderstoodInSpanishToo() {
        assertThat(new RuleParts("", "sin límite").value(RuleField.RENEWALS)).isEqualTo("unlimited");
    }

    @Test
    void aFormBecomesADraft() {
        var general = new LoanRule(LoanRuleKey.DEFAULT, Map.of(RuleField.PERIOD, "14 days", RuleField.RENEWALS, "2"));
        var table = new LoanRuleTable(List.of(general), List.of(), List.of());
        var texts = new FormTexts(Map.of("period", "DAYS", "period.text", "21", "fine_cap", "unlimited"));
        var draft = RuleForm.read(RuleAct.EDIT, 7, table, texts).draft().orElseThrow();
        assertThat(draft.base()).isEqualTo(7);
        assertThat(draft.detail()).isEqualTo("||");
        assertThat(draft.rules())
                .as("what the form leaves blank is blank")
                .containsExactly(new LoanRule(
                        LoanRuleKey.DEFAULT, Map.of(RuleField.PERIOD, "21 days", RuleField.FINE_CAP, "unlimited")));
        var added = RuleForm.read(RuleAct.EDIT, 7, table, new FormTexts(Map.of("adding", "yes", "category", "STUDENT")))
                .draft()
                .orElseThrow();
        assertThat(added.rules()).hasSize(2);
        var nothing = new FormTexts(Map.of("site", "-", "category", "-", "period", "-", "renewals", "1"));
        assertThat(RuleForm.key(nothing).isDefault()).isTrue();
        assertThat(RuleForm.parts(RuleField.PERIOD, nothing)).isEqualTo(RuleParts.BLANK);
        assertThat(RuleForm.key(added.detail()).category()).isPresent();
        assertThat(RuleForm.read(RuleAct.GROUP, 7, table, new FormTexts(Map.of("name", "Devices", "most", "many")))
                        .problems())
                .extracting(RuleProblem::kind)
                .containsExactly(RuleProblem.Kind.NO_VALUE);
        assertThat(RuleForm.read(RuleAct.UNGROUP, 7, table, new FormTexts(Map.of("name", "Gone")))
                        .problems())
                .extracting(RuleProblem::kind)
                .containsExactly(RuleProblem.Kind.STALE);
    }
}
