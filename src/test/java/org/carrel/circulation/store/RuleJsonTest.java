package org.carrel.circulation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.CHICAGO;
import static org.carrel.circulation.Lending.day;
import static org.carrel.circulation.Lending.key;
import static org.carrel.circulation.Lending.row;

import java.util.List;
import org.carrel.circulation.Lending;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleSnapshot;
import org.carrel.patrons.PatronCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RuleJsonTest {
    private static final LoanRuleTable TABLE = new LoanRuleTable(
            List.<LoanRule>of(
                    row(key("LMC", "STUDENT", "BOOK"), "period=schedule Halves", "renewals=2"),
                    row(LoanRuleKey.DEFAULT, "period=14 days", "fine rate=0.25", "fine interval=1 day")),
            List.of(),
            List.of(new LoanSchedule(
                    "Halves", List.of(new LoanSchedule.Row(day("2026-08-17"), day("2027-01-15"), day("2027-01-08"))))));

    private static RuleSnapshot snapshot() {
        return new RuleSnapshot("LMC", CHICAGO, PatronCategory.STUDENT, "BOOK", Lending.resolve(TABLE));
    }

    @Test
    @DisplayName("B48: a loan keeps its rules, and which rows they came from")
    void whatIsWrittenIsRead() {
        var text = RuleJson.write(snapshot());
        assertThat(RuleJson.read(text)).isEqualTo(snapshot());
        assertThat(RuleJson.write(RuleJson.read(text))).isEqualTo(text);
        assertThat(text).hasSizeLessThan(1_500).startsWith("{\"v\":1,\"site\":\"LMC\"");
    }

    @Test
    void whatALaterProgramHasForgottenIsLeftOutAndWhatItHasLearntIsBuiltIn() {
        var old = """
                {"v":1,"site":"LMC","zone":"America/Chicago","category":"STUDENT","type":"","rows":[["","STUDENT",""]],
                "values":{"period":["21 days",0],"colour":["red",-1]},"schedules":[]}""";
        var read = RuleJson.read(old);
        assertThat(read.rule().period().amount()).isEqualTo(21);
        assertThat(read.rule().row(RuleField.PERIOD)).hasValue(key("", "STUDENT", ""));
        assertThat(read.rule().most(RuleField.SHELF_DAYS)).hasValue(5);
        assertThat(read.rule().row(RuleField.SHELF_DAYS)).isEmpty();
    }
}
