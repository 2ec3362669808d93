package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.catalog.ItemCondition;
import org.carrel.devices.DeviceCondition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionsTest {
    @ParameterizedTest(name = "set {0}, and the item is {1}: {2}")
    @CsvSource({
        "READY, GOOD, READY",
        "READY, WORN, READY",
        // the desk found it damaged
        "READY, DAMAGED, NEEDS_CHECK",
        "READY, IN_REPAIR, BROKEN",
        // its borrower has lost it
        "READY, LOST, MISSING",
        "READY, MISSING, MISSING",
        "BROKEN, IN_REPAIR, BROKEN",
        "AT_VENDOR, IN_REPAIR, AT_VENDOR",
        // the desk says it is whole: somebody has to look
        "BROKEN, GOOD, NEEDS_CHECK",
        // B42: found
        "MISSING, GOOD, READY",
        "STOLEN, GOOD, NEEDS_CHECK",
        "STOLEN, MISSING, STOLEN",
        "RETIRED, MISSING, RETIRED",
        "RETIRED_PENDING, GOOD, RETIRED_PENDING",
        "PRE_RECEIPT, GOOD, PRE_RECEIPT"
    })
    void bothSayItTogether(DeviceCondition set, ItemCondition item, DeviceCondition now) {
        assertThat(Conditions.now(set, item)).isEqualTo(now);
    }

    @ParameterizedTest(name = "{0} is what is seen after it was set")
    @EnumSource
    void whatIsSetIsSo(DeviceCondition set) {
        assertThat(Conditions.now(set, Conditions.use(set).condition())).isEqualTo(set);
    }

    @ParameterizedTest(name = "V1: {0} is not lent")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "READY")
    void onlyWhatIsReadyIsLent(DeviceCondition set) {
        var use = Conditions.use(set);
        assertThat(use.lendable() && use.condition().isOnShelf() && !use.withdrawn())
                .isFalse();
        assertThat(Conditions.use(DeviceCondition.READY).lendable()).isTrue();
    }
}
