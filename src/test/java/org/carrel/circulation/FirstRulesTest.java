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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.DueAnswer.Due;
import org.carrel.circulation.rules.DueDates;
import org.carrel.circulation.rules.Limits;
import org.carrel.circulation.rules.LoanRuleFile;
import org.carrel.devices.DeviceCategory;
import org.carrel.patrons.PatronCategory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    /** For each category of person: so many days later it is due ("-": refused, as none may be lent), and how many are too many. */
    @ParameterizedTest(name = "{0}: student {1}, teacher {2}, staff {3}, volunteer {4}, other {5}")
    @CsvSource({
        // On Monday, 2 November; the term ends 46 days later.
        "CHROMEBOOK, 0, 46, 28, 0, 0",
        "LAPTOP, 0, 46, 28, 0, 0",
        "TABLET, 0, 46, 28, 0, 0",
        "CAMERA, 0, 7, 28, 0, 0",
        "HOTSPOT, 14, 46, 28, 14, 14",
        "CHARGER, 0, 46, 28, 0, 0",
        "CALCULATOR, 14, 46, 28, 14, 14",
        "AUDIO, 0, 0, 0, 0, 0",
        "OTHER, 0, 0, 0, 0, 0",
        "PROJECTOR, -, 7, 7, -, -",
        "WHITEBOARD, -, 7, 7, -, -",
        "CART, -, 0, 0, -, -",
        "KIT, -, 0, 0, -, -"
    })
    void everyKindOfDeviceIsLentToWhomItShouldBe(
            DeviceCategory device, String student, String teacher, String staff, String volunteer, String other) {
        var type = device.itemType();
        assertThat(table.rules())
                .as("a rule of its own")
                .anyMatch(rule -> rule.key().itemType().equals(Optional.of(type))
                        && rule.key().category().isEmpty());
        assertThat(lent(PatronCategory.STUDENT, type)).isEqualTo(student);
        assertThat(lent(PatronCategory.TEACHER, type)).isEqualTo(teacher);
        assertThat(lent(PatronCategory.STAFF, type)).isEqualTo(staff);
        assertThat(lent(PatronCategory.VOLUNTEER, type)).isEqualTo(volunteer);
        assertThat(lent(PatronCategory.OTHER, type)).isEqualTo(other);
    }

    private static String lent(PatronCategory category, String type) {
        if (!Limits.check(new Limits.Wish(table, "LMC", category, type), List.of())
                .isEmpty()) return "-";
        var due = due(category, type, "2026-11-02T10:00");
        return String.valueOf(ChronoUnit.DAYS.between(day("2026-11-02"), due));
    }

    /** What the rules say about money and about those who had it holds for every kind of device. */
    @ParameterizedTest
    @EnumSource(DeviceCategory.class)
    void aDeviceCostsNothingForBeingLateAndIsRememberedForAYear(DeviceCategory device) {
        for (var category : PatronCategory.values()) {
            var rule = table.resolve("LMC", category, device.itemType());
            assertThat(rule.money(RuleField.FINE_RATE).orElseThrow()).isZero();
            assertThat(rule.most(RuleField.FORGET_AFTER)).hasValue(365);
            assertThat(rule.value(RuleField.CHARGE_CLASS)).contains("DEVICE");
            assertThat(rule.money(RuleField.DEFAULT_PRICE).orElseThrow()).isPositive();
        }
    }

    @Test
    void oneCalculatorAndTwoHeadphonesBesideALaptop() {
        var has = List.of(
                new CountedLoan("LAPTOP", false),
                new CountedLoan("CALCULATOR", false),
                new CountedLoan("AUDIO", false));
        var student = PatronCategory.STUDENT;
        assertThat(Limits.check(new Limits.Wish(table, "LMC", student, "CALCULATOR"), has))
                .isNotEmpty();
        assertThat(Limits.check(new Limits.Wish(table, "LMC", student, "AUDIO"), has))
                .isEmpty();
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
