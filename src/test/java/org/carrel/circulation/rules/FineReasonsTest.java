package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.at;
import static org.carrel.circulation.Lending.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.ChargeReason;
import org.carrel.circulation.ChargeWhy;
import org.carrel.circulation.FineFacts;
import org.carrel.circulation.Lending;
import org.junit.jupiter.api.Test;

class FineReasonsTest {
    private static List<ChargeReason> reasons(String... says) {
        var rule = rule(says);
        var facts = new FineFacts(at("2026-03-02T23:59"), at("2026-03-06T10:00"), Optional.of(new BigDecimal("0.25")));
        return FineReasons.of(Fines.fine(facts, Lending.SCHOOL, rule), rule);
    }

    @Test
    void daysAndTheirPriceAreNamed() {
        assertThat(reasons("fine_rate=0.10", "fine_interval=1 day", "fine_closed=yes", "cap_at_price=no"))
                .containsExactly(ChargeReason.of(ChargeWhy.LATE_DAYS, "4", "0.10"));
    }

    @Test
    void capAndPriceAndClosedDaysAreNamed() {
        assertThat(reasons("fine_rate=0.10", "fine_interval=1 day", "fine_cap=0.20", "cap_at_price=no"))
                .containsExactly(
                        ChargeReason.of(ChargeWhy.LATE_DAYS, "4", "0.10"),
                        ChargeReason.of(ChargeWhy.CLOSED_LEFT_OUT),
                        ChargeReason.of(ChargeWhy.CAPPED, "0.20"));
        assertThat(reasons("fine_rate=0.10", "fine_interval=1 day", "fine_closed=yes", "cap_at_price=yes"))
                .endsWith(ChargeReason.of(ChargeWhy.CAPPED_AT_PRICE, "0.25"));
    }

    @Test
    void otherIntervalsAreCounted() {
        assertThat(reasons("fine_rate=0.05", "fine_interval=2 days", "fine_closed=yes", "cap_at_price=no"))
                .containsExactly(ChargeReason.of(ChargeWhy.LATE_TIMES, "2", "0.05"));
    }

    @Test
    void whatCostsNothingNeedsNoReason() {
        assertThat(reasons()).isEmpty();
    }
}
