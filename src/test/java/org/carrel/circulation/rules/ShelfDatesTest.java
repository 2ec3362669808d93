package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.USUAL;
import static org.carrel.circulation.Lending.at;
import static org.carrel.circulation.Lending.calendar;
import static org.carrel.circulation.Lending.closed;
import static org.carrel.circulation.Lending.rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ShelfDatesTest {
    @Test
    @DisplayName("B32, H4: three open days from Thursday, closed on Friday: Wednesday at 23:59")
    void openDaysAfterItWasPutThere() {
        var calendar = calendar(USUAL, closed("2026-11-06", "2026-11-06", "Workshop"));
        assertThat(ShelfDates.until(rule("shelf days=3"), calendar, at("2026-11-05T15:00")))
                .hasValue(at("2026-11-11T23:59"));
    }

    @Test
    @DisplayName("B33: no end where the school wants none")
    void withoutEnd() {
        assertThat(ShelfDates.until(rule("shelf days=unlimited"), calendar(USUAL), at("2026-11-05T15:00")))
                .isEmpty();
    }
}
