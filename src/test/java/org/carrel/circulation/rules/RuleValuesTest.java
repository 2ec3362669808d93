package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.circulation.RuleField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleValuesTest {
    @ParameterizedTest(name = "{0} = {1} is kept as {2}")
    @CsvSource({
        "PERIOD, 14 days, 14 days",
        "PERIOD, 1 day, 1 days",
        "PERIOD, 10 open days, 10 open days",
        "PERIOD, 2 Hours, 2 hours",
        "PERIOD, 45 minutes, 45 minutes",
        "PERIOD, period 3, period 3",
        "PERIOD, closing, closing",
        "PERIOD, Term, term",
        "PERIOD, schedule Two Halves, schedule Two Halves",
        "PERIOD, unlimited, unlimited",
        "PERIOD, fortnight,",
        "PERIOD, -3 days,",
        "CEILING, 2027-05-28, 2027-05-28",
        "CEILING, term, term",
        "CEILING, None, none",
        "CEILING, 14 days,",
        "CEILING, 2027-02-30,",
        "DUE_TIME, 7:30, 07:30",
        "DUE_TIME, same, same",
        "DUE_TIME, 24:00,",
        "RENEWALS, 0, 0",
        "RENEWALS, 007, 7",
        "RENEWALS, Unlimited, unlimited",
        "RENEWALS, -1,",
        "OPENING_OFFSET, unlimited,",
        "FINE_RATE, .5,",
        "FINE_RATE, 0.5, 0.50",
        "FINE_RATE, $0.25, 0.25",
        "FINE_RATE, 0.255,",
        "FINE_RATE, unlimited,",
        "FINE_CAP, unlimited, unlimited",
        "FINE_INTERVAL, 1 day, 1 days",
        "FINE_INTERVAL, 30 min, 30 minutes",
        "FINE_INTERVAL, sometimes,",
        "HOLDS_ALLOWED, Yes, yes",
        "HOLDS_ALLOWED, true,",
        "CLOSED_DAYS, next open, NEXT_OPEN",
        "CLOSED_DAYS, tomorrow,",
        "LOWEST_GRADE, 6, 06",
        "LOWEST_GRADE, K, KG",
        "LOWEST_GRADE, 14,"
    })
    void oneWayOfWritingEachValue(RuleField field, String typed, String kept) {
        if (kept == null) assertThat(field.read(typed)).isEmpty();
        else assertThat(field.read(typed)).hasValue(kept);
    }
}
