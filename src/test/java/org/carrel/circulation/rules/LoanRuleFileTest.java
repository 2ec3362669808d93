package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.day;
import static org.carrel.circulation.Lending.key;

import java.util.List;
import java.util.Optional;
import org.carrel.circulation.LimitGroup;
import org.carrel.circulation.LoanPeriod;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.RuleProblem.Kind;
import org.carrel.circulation.RuleProblem.Place;
import org.carrel.patrons.PatronCategory;
import org.junit.jupiter.api.Test;

class LoanRuleFileTest {
    @Test
    void rulesGroupsAndSchedules() {
        var read = LoanRuleFile.read("""
                # a remark
                rule,,,,period=14 days,renewals=2

                rule,LMC,teacher,"BOOK",period=schedule Halves,
                group,Devices,,student,1,LAPTOP,CAMERA
                schedule,Halves,2026-08-17,2027-01-15,2027-01-08
                schedule,Halves,2027-01-18,2027-06-04,2027-05-28
                """);
        assertThat(read.problems()).isEmpty();
        var table = read.table();
        assertThat(table.rules()).hasSize(2);
        assertThat(table.rule(LoanRuleKey.DEFAULT).orElseThrow().says(RuleField.PERIOD))
                .hasValue("14 days");
        assertThat(table.rule(key("LMC", "TEACHER", "BOOK"))).isPresent();
        assertThat(table.groups())
                .containsExactly(new LimitGroup(
                        "Devices",
                        Optional.empty(),
                        Optional.of(PatronCategory.STUDENT),
                        1,
                        List.of("LAPTOP", "CAMERA")));
        assertThat(table.schedules().getFirst().on(day("2027-02-01")).map(LoanSchedule.Row::due))
                .hasValue(day("2027-05-28"));
        assertThat(table.resolve("LMC", PatronCategory.TEACHER, "BOOK").period().unit())
                .isEqualTo(LoanPeriod.Unit.SCHEDULE);
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsLine() {
        var read = LoanRuleFile.read("""
                rule,,,,period=14 days
                rules,,,,
                rule,,pupil,,renewals=2
                rule,,student,,renewal=2
                group,Devices,,,many,LAPTOP
                schedule,Halves,08/17/2026,2027-01-15,2027-01-08
                """);
        assertThat(read.problems())
                .containsExactly(
                        RuleProblem.of(Place.LINE, 2, Kind.NO_LINE, "rules"),
                        RuleProblem.of(Place.LINE, 3, Kind.NO_CATEGORY, "pupil"),
                        RuleProblem.of(Place.LINE, 4, Kind.NO_FIELD, "renewal=2"),
                        RuleProblem.of(Place.LINE, 5, Kind.NO_VALUE, "many"),
                        RuleProblem.of(Place.LINE, 6, Kind.NO_DAY, "08/17/2026"));
    }

    @Test
    void aValueThatIsNoneIsNamedWithItsLineToo() {
        var read = LoanRuleFile.read("# first\nrule,,,,period=14 days\n\nrule,,student,,renewals=many\n");
        assertThat(read.problems())
                .containsExactly(
                        new RuleProblem(Place.LINE, 4, Optional.of(RuleField.RENEWALS), Kind.NO_VALUE, "many"));
        assertThat(LoanRuleFile.read("").problems())
                .containsExactly(RuleProblem.of(Place.TABLE, 0, Kind.NO_DEFAULT, ""));
    }
}
