package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.USUAL;
import static org.carrel.circulation.Lending.calendar;
import static org.carrel.circulation.Lending.closed;
import static org.carrel.circulation.Lending.day;

import org.carrel.school.Closure;
import org.junit.jupiter.api.Test;

class CalendarBeforeTest {
    private static final Closure SNOW = closed("2027-01-15", "2027-01-15", "Snow");
    private static final Closure BREAK = closed("2027-01-11", "2027-01-18", "Break");

    @Test
    void beforeAClosureTheDayWasOpen() { // D7
        var before = CalendarBefore.closure(calendar(USUAL, SNOW), SNOW.first(), SNOW.last());
        assertThat(before.isOpenOn(day("2027-01-15"))).isTrue();
        assertThat(before).isEqualTo(calendar(USUAL));
    }

    @Test
    void aClosureThatIsLongerWasThereBefore() {
        var after = calendar(USUAL, BREAK);
        assertThat(CalendarBefore.closure(after, SNOW.first(), SNOW.last())).isEqualTo(after);
    }

    @Test
    void beforeItWasOpenedTheDayWasClosed() { // D7
        var before = CalendarBefore.opening(calendar(USUAL), day("2027-01-14"), day("2027-01-15"));
        assertThat(before.isOpenOn(day("2027-01-13"))).isTrue();
        assertThat(before.isOpenOn(day("2027-01-14"))).isFalse();
        assertThat(before.isOpenOn(day("2027-01-15"))).isFalse();
    }
}
