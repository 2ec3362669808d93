package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.SCHOOL;
import static org.carrel.circulation.Lending.at;
import static org.carrel.circulation.Lending.day;
import static org.carrel.circulation.Lending.term;
import static org.carrel.circulation.Lending.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.carrel.circulation.DueAnswer.Due;
import org.carrel.circulation.rules.DueDates;
import org.carrel.circulation.rules.Limits;
import org.carrel.circulation.rules.LoanRuleFile;
import org.carrel.patrons.PatronCategory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a school starts with, as {@code config/loan-rules.csv} has it. */
class FirstRulesTest {
    private static LoanRuleTable table = LoanRuleTable.EMPTY;

    @BeforeAll
    static void read() throws IOException {
        var read = LoanRuleFile.read(Files.readString(Path.of("config/loan-rules.csv")));
        assertThat(read.problems()).isEmpty();
        table = read.table();
    }

    private static LocalDate due(PatronCategory category, String type, String lent) {
        var school = with(SCHOOL, term("Fall", "2026-08-19", "2026-12-18"), term("Spring", "2027-01-05", "2027-05-28"));
        var rule = table.resolve("LMC", category, type);
        return ((Due) DueDates.due(rule, school, at(lent), DueFacts.NONE)).on();
    }

    @Test
    void booksGoOutForTwoWeeksAndNotOverTheHolidays() {
        assertThat(due(PatronCategory.STUDENT, "R", "2026-11-02T10:00")).isEqualTo(day("2026-11-16"));
        assertThat(due(PatronCategory.STUDENT, "R", "2026-12-10T10:00")).isEqualTo(day("2026-12-18"));
        assertThat(due(PatronCategory.TEACHER, "R", "2026-11-02T10:00")).isEqualTo(day("2026-12-18"));
    }

    @Test
    void devicesAreForToday() {
        assertThat(due(PatronCategory.STUDENT, "LAPTOP", "2026-11-02T10:00")).isEqualTo(day("2026-11-02"));
        var own = table.resolve("LMC", PatronCategory.STUDENT, "ONE_TO_ONE");
        assertThat(own.period().unit()).isEqualTo(LoanPeriod.Unit.UNLIMITED);
    }

    @Test
    void aDeviceOfOnesOwnIsOutUntilItIsHandedBack() {
        var own = table.resolve("LMC", PatronCategory.STUDENT, "ONE_TO_ONE");
        assertThat(DueDates.due(own, SCHOOL, at("2026-11-02T10:00"), DueFacts.NONE))
                .isInstanceOf(DueAnswer.NoDue.class);
    }

    @Test
    void fiveBooksAndOneDevice() {
        var books = List.of(
                new CountedLoan("R", false),
                new CountedLoan("R", false),
                new CountedLoan("R", false),
                new CountedLoan("R", false),
                new CountedLoan("LAPTOP", false));
        var wish = new Limits.Wish(table, "LMC", PatronCategory.STUDENT, "R");
        assertThat(Limits.check(wish, books))
                .as("a fifth book beside the laptop")
                .isEmpty();
        var device = new Limits.Wish(table, "LMC", PatronCategory.STUDENT, "CAMERA");
        assertThat(Limits.check(device, books)).extracting(LimitHit::group).containsExactly("Devices");
    }

    @Test
    void nothingCostsAnythingForBeingLate() {
        for (var category : PatronCategory.values())
            for (var type : List.of("R", "LAPTOP", "CAMERA", "ONE_TO_ONE"))
                assertThat(table.resolve("LMC", category, type)
                                .money(RuleField.FINE_RATE)
                                .orElseThrow())
                        .isZero();
    }

    @Test
    void booksAreForgottenAtOnceAndDevicesAfterAYear() {
        assertThat(table.resolve("LMC", PatronCategory.STUDENT, "R").most(RuleField.FORGET_AFTER))
                .hasValue(0);
        assertThat(table.resolve("LMC", PatronCategory.STUDENT, "LAPTOP").most(RuleField.FORGET_AFTER))
                .hasValue(365);
    }
}
