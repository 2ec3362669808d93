package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceSearch;
import org.carrel.devices.DeviceSearch.Look;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {
    private static final DeviceSearch ALL = DeviceSearch.words("");

    @Property
    void whatIsGoneIsSeenByWhoAsksForIt(@ForAll DeviceCondition condition, @ForAll Custody.Kind place) {
        assertThat(Wanted.of(ALL).has(condition, place)).isEqualTo(!condition.isGone());
        assertThat(Wanted.of(ALL.in(condition)).has(condition, place)).isTrue();
        assertThat(Wanted.of(ALL.in(Custody.Kind.GONE)).has(condition, Custody.Kind.GONE))
                .isTrue();
    }

    @Property
    void oneConditionIsNoOther(@ForAll DeviceCondition condition, @ForAll DeviceCondition other) {
        assertThat(Wanted.of(ALL.in(condition)).has(other, Custody.Kind.IN_STOCK))
                .isEqualTo(condition == other);
    }

    @ParameterizedTest(name = "{0}: {1} and {2}, {3}")
    @CsvSource({
        "REPAIR_WEEK, BROKEN, AT_REPAIR, true",
        "REPAIR_MONTH, READY, AT_REPAIR, true",
        "REPAIR_LONGER, BROKEN, IN_STOCK, false",
        "REPAIR_LONGER, STOLEN, AT_REPAIR, false",
        "LOANER_LEFT, READY, IN_STOCK, true",
        "LOANER_LEFT, NEEDS_CHECK, IN_STOCK, false",
        "LOANER_LEFT, READY, ASSIGNED, false",
        "DUE_TODAY, NEEDS_CHECK, ON_LOAN, true",
        "OVERDUE, RETIRED, ON_LOAN, false",
        "CART_SHORT, READY, IN_CONTAINER, true"
    })
    void aListOfTheDayWantsWhatItIsAbout(Look look, DeviceCondition condition, Custody.Kind place, boolean wanted) {
        assertThat(Wanted.of(ALL.looking(look)).has(condition, place)).isEqualTo(wanted);
    }
}
