package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustodyRulesTest {
    private static final Custody.InStock HOME = new Custody.InStock("Middle School", "114");
    private static final Custody.OnLoan LENT = new Custody.OnLoan(Optional.empty(), false);
    private static final Custody.InContainer SLOT = new Custody.InContainer(3, "7");

    private static CustodyFacts facts(DeviceCondition condition) {
        return CustodyFacts.at(condition, HOME);
    }

    @Test
    void aDeviceOfWhichNothingIsKnownIsAtHome() {
        assertThat(CustodyRules.of(facts(DeviceCondition.READY))).isEqualTo(HOME);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "READY, IN_STOCK",
        "NEEDS_CHECK, IN_STOCK",
        "BROKEN, IN_STOCK",
        "RETIRED_PENDING, IN_STOCK",
        "AT_VENDOR, AT_REPAIR",
        "RETIRED, GONE",
        "STOLEN, GONE",
        "MISSING, GONE"
    })
    void theConditionSaysItWhenNothingElseDoes(DeviceCondition condition, Custody.Kind kind) {
        assertThat(CustodyRules.of(facts(condition)).kind()).isEqualTo(kind);
    }

    @Test
    void aLoanGoesBeforeEverything() { // a lost device is still its borrower's
        var lost = new Custody.OnLoan(Optional.empty(), true);
        assertThat(CustodyRules.of(facts(DeviceCondition.MISSING).with(lost))).isEqualTo(lost);
        assertThat(CustodyRules.of(facts(DeviceCondition.READY).with(SLOT).with(LENT)))
                .as("Q1: a child lent out of its cart")
                .isEqualTo(LENT);
    }

    @Test
    void anAssignmentStaysWhileTheDeviceIsMended() { // V2
        var year = new Custody.Assigned(1);
        var ticket = new Custody.AtRepair(OptionalLong.of(5));
        var assigned = facts(DeviceCondition.BROKEN).with(year);
        assertThat(CustodyRules.of(assigned)).isEqualTo(year);
        assertThat(CustodyRules.of(assigned.with(ticket))).isEqualTo(ticket);
        assertThat(assigned.with(ticket).assignment()).hasValue(year);
    }

    @Test
    void aDeviceOnItsWayIsNotInItsSlot() {
        var way = new Custody.InTransit("High School");
        assertThat(CustodyRules.of(facts(DeviceCondition.READY).with(SLOT).with(way)))
                .isEqualTo(way);
        assertThat(CustodyRules.of(facts(DeviceCondition.READY).with(SLOT))).isEqualTo(SLOT);
    }

    @Test
    void whatWentWithItsCartIsNotInItsSlot() { // Q1
        var away = new Custody.WithContainer(3, "7", Optional.empty(), false);
        var out = facts(DeviceCondition.READY).with(SLOT).with(away);
        assertThat(CustodyRules.of(out)).isEqualTo(away);
        assertThat(CustodyRules.of(out.with(LENT))).as("lent out of it").isEqualTo(LENT);
        assertThat(CustodyRules.of(facts(DeviceCondition.MISSING).with(SLOT).with(away))
                        .kind())
                .as("Q3: given up")
                .isEqualTo(Custody.Kind.GONE);
    }
}
