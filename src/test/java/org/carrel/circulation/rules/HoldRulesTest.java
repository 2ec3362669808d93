package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carrel.circulation.HoldProblem.ALREADY_HELD;
import static org.carrel.circulation.HoldProblem.ALREADY_ON_LOAN;
import static org.carrel.circulation.HoldProblem.BAD_QUANTITY;
import static org.carrel.circulation.HoldProblem.BLOCKED;
import static org.carrel.circulation.HoldProblem.NOT_ACTIVE;
import static org.carrel.circulation.HoldProblem.NOT_ALLOWED;
import static org.carrel.circulation.HoldProblem.NO_COPY;
import static org.carrel.circulation.HoldProblem.NO_SUCH_COPY;
import static org.carrel.circulation.HoldProblem.TOO_MANY;
import static org.carrel.circulation.HoldProblem.TOO_MANY_TODAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.carrel.circulation.HoldPolicy;
import org.carrel.circulation.WhenHeld;
import org.carrel.circulation.rules.HoldOrder.Demand;
import org.carrel.circulation.rules.HoldRules.Wanted;
import org.carrel.circulation.rules.HoldRules.Wisher;
import org.carrel.school.Closure;
import org.carrel.school.DayHours;
import org.carrel.school.OpenHours;
import org.carrel.school.SiteCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldRulesTest {
    private static final DayHours OPEN = new DayHours(List.of(new OpenHours(LocalTime.of(7, 30), LocalTime.of(16, 0))));
    private static final Map<DayOfWeek, DayHours> WEEK = Map.of(
            DayOfWeek.MONDAY, OPEN,
            DayOfWeek.TUESDAY, OPEN,
            DayOfWeek.WEDNESDAY, OPEN,
            DayOfWeek.THURSDAY, OPEN,
            DayOfWeek.FRIDAY, OPEN);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 10, 1);

    private static SiteCalendar closedOn(LocalDate day) {
        var closed = new Closure(1, day, day, "Snow", "Nieve", DayHours.CLOSED);
        return new SiteCalendar(ZoneId.of("America/Chicago"), WEEK, List.of(closed), List.of());
    }

    @Test
    @DisplayName("B32: three open days after a Thursday before a closed Friday end on Wednesday")
    void theShelfDateCountsOpenDays() {
        var calendar = closedOn(THURSDAY.plusDays(1));
        assertThat(HoldRules.shelfUntil(THURSDAY, OptionalInt.of(3), calendar)).hasValue(LocalDate.of(2026, 10, 7));
    }

    @ParameterizedTest(name = "{1} days after {0}: {2}")
    @CsvSource(textBlock = """
            # that very day
            2026-10-01, 0, 2026-10-01
            2026-10-01, 1, 2026-10-02
            # over a weekend
            2026-10-02, 1, 2026-10-05
            2026-10-01, 7, 2026-10-12
            # trapped on a closed day: the day itself does not count
            2026-10-03, 1, 2026-10-05
            """)
    void theShelfDate(LocalDate from, int days, LocalDate until) { // H4
        var calendar = new SiteCalendar(ZoneId.of("America/Chicago"), WEEK, List.of(), List.of());
        assertThat(HoldRules.shelfUntil(from, OptionalInt.of(days), calendar)).hasValue(until);
    }

    @Test
    @DisplayName("B33: holds that do not expire have no date")
    void withoutExpiryThereIsNoDate() {
        assertThat(HoldRules.shelfUntil(THURSDAY, OptionalInt.empty(), closedOn(THURSDAY)))
                .isEmpty();
    }

    @Test
    void atASiteThatNeverOpensAllDaysCount() { // D5
        var never = SiteCalendar.unknown(ZoneId.of("America/Chicago"));
        assertThat(HoldRules.shelfUntil(THURSDAY, OptionalInt.of(3), never)).hasValue(THURSDAY.plusDays(3));
    }

    private static final Wisher FREE = new Wisher(true, false, 0, 0, false, false);
    private static final Wanted ANY = new Wanted(1, true, false, 1);

    @Test
    void whoIsFreeMayHoldWhatIsThere() {
        assertThat(HoldRules.problems(FREE, ANY, HoldPolicy.USUAL)).isEmpty();
    }

    @Test
    void everythingIsSaidAtOnce() { // O1, H7, H8
        var wisher = new Wisher(false, true, 5, 2, true, true);
        var policy = new HoldPolicy(false, OptionalInt.of(5), OptionalInt.of(2), OptionalInt.empty(), WhenHeld.NEVER);
        assertThat(HoldRules.problems(wisher, new Wanted(0, false, true, 2), policy))
                .containsExactly(
                        NOT_ACTIVE,
                        NO_COPY,
                        NO_SUCH_COPY,
                        BAD_QUANTITY,
                        ALREADY_HELD,
                        ALREADY_ON_LOAN,
                        BLOCKED,
                        NOT_ALLOWED,
                        TOO_MANY,
                        TOO_MANY_TODAY);
    }

    @ParameterizedTest(name = "{0} open, at most {1}: {2}")
    @CsvSource({"4, 5, true", "5, 5, false", "6, 5, false", "0, 0, false", "99, , true"})
    void aLimitIsReachedNotPassed(int open, Integer most, boolean allowed) { // H7
        var limit = most == null ? OptionalInt.empty() : OptionalInt.of(most);
        var policy = new HoldPolicy(true, limit, OptionalInt.empty(), OptionalInt.of(5), WhenHeld.ALWAYS);
        var wisher = new Wisher(true, false, open, 0, false, false);
        assertThat(HoldRules.problems(wisher, ANY, policy).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} copies, one copy only: {1}")
    @CsvSource({
        "1, false, true",
        "99, false, true",
        "100, false, false",
        "0, false, false",
        "-1, false, false",
        "1, true, true",
        "2, true, false"
    })
    void aQuantity(int quantity, boolean oneCopy, boolean sound) { // H8
        assertThat(HoldRules.problems(FREE, new Wanted(40, true, oneCopy, quantity), HoldPolicy.USUAL)
                        .contains(BAD_QUANTITY))
                .isNotEqualTo(sound);
    }

    @ParameterizedTest(name = "{0} with {1} wanted, {2} of this copy, {3} spare: blocked {4}")
    @CsvSource(textBlock = """
            NEVER,     9, 1, 0, false
            ALWAYS,    0, 0, 0, false
            ALWAYS,    1, 0, 9, true
            IF_NEEDED, 0, 0, 0, false
            IF_NEEDED, 1, 0, 0, true
            IF_NEEDED, 1, 0, 1, false
            IF_NEEDED, 2, 0, 1, true
            # another copy would not do
            IF_NEEDED, 0, 1, 9, true
            """)
    void othersBlockARenewal(WhenHeld policy, int any, int onlyThis, int spare, boolean blocked) { // H6, B36
        assertThat(HoldRules.blocksRenewal(policy, new Demand(any, onlyThis), spare))
                .isEqualTo(blocked);
    }

    @Test
    void aPolicyCannotAllowLessThanNothing() {
        assertThatThrownBy(() -> new HoldPolicy(
                        true, OptionalInt.of(-1), OptionalInt.empty(), OptionalInt.empty(), WhenHeld.NEVER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
