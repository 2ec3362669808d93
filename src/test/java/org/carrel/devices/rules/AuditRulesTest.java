package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.devices.AuditAct;
import org.carrel.devices.AuditOutcome;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditRulesTest {
    private static final long CART = 7;

    private static Custody custody(String where) {
        return switch (where) {
            case "home" -> new Custody.InStock("School", "114");
            case "loan" -> new Custody.OnLoan(Optional.empty(), false);
            case "year" -> new Custody.Assigned(1);
            case "repair" -> new Custody.AtRepair(OptionalLong.empty());
            case "way" -> new Custody.InTransit("East");
            case "cart" -> new Custody.InContainer(CART, "3");
            case "other cart" -> new Custody.InContainer(8, "3");
            case "missing" -> new Custody.Gone(DeviceCondition.MISSING);
            default -> new Custody.Gone(DeviceCondition.RETIRED);
        };
    }

    private static AuditOutcome outcome(String where, boolean belongs, boolean scanned, OptionalLong cart) {
        var custody = custody(where);
        var condition = custody instanceof Custody.Gone gone ? gone.why() : DeviceCondition.READY;
        return AuditRules.outcome(condition, custody, belongs, scanned, cart);
    }

    @ParameterizedTest(name = "{0}, belongs: {1}, scanned: {2} is {3}")
    @CsvSource(textBlock = """
            home, true, true, PRESENT
            home, false, true, FOREIGN
            home, true, false, MISSING
            # who has it is known: nobody calls it missing
            loan, true, false, ELSEWHERE
            year, true, false, ELSEWHERE
            repair, true, false, ELSEWHERE
            way, true, false, ELSEWHERE
            cart, true, false, ELSEWHERE
            missing, true, false, ELSEWHERE
            # what a desk has to take in first
            loan, true, true, OUT_BUT_HERE
            loan, false, true, OUT_BUT_HERE
            year, false, true, OUT_BUT_HERE
            repair, false, true, OUT_BUT_HERE
            retired, false, true, OUT_BUT_HERE
            missing, true, true, FOUND
            missing, false, true, FOUND
            # lies in the room and has its slot in a cart
            cart, true, true, FOREIGN
            """)
    void aRoomIsLookedThrough(String where, boolean belongs, boolean scanned, AuditOutcome outcome) { // B67
        assertThat(outcome(where, belongs, scanned, OptionalLong.empty())).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}, belongs: {1}, scanned: {2} is {3}")
    @CsvSource(textBlock = """
            cart, true, true, PRESENT
            cart, true, false, MISSING
            # a child that is lent out of the cart
            loan, true, false, ELSEWHERE
            other cart, false, true, FOREIGN
            home, false, true, FOREIGN
            """)
    void aCartIsLookedThrough(String where, boolean belongs, boolean scanned, AuditOutcome outcome) { // B67
        assertThat(outcome(where, belongs, scanned, OptionalLong.of(CART))).isEqualTo(outcome);
    }

    @Property
    void whatIsProposedMayBeChosen(@ForAll AuditOutcome outcome, @ForAll boolean fresh) {
        var choices = AuditRules.choices(outcome);
        var proposal = AuditRules.proposal(outcome, fresh);
        if (choices.isEmpty()) assertThat(proposal).isEqualTo(AuditAct.NONE);
        else assertThat(choices).contains(proposal);
    }

    @Test
    void whatAConsoleHasSeenLatelyIsNotCalledMissingUnasked() { // V5
        assertThat(AuditRules.proposal(AuditOutcome.MISSING, false)).isEqualTo(AuditAct.MARK_MISSING);
        assertThat(AuditRules.proposal(AuditOutcome.MISSING, true)).isEqualTo(AuditAct.LEAVE);
        var now = Instant.parse("2026-12-01T12:00:00Z");
        assertThat(AuditRules.isFresh(Optional.of(now.minusSeconds(86_400)), now))
                .isTrue();
        assertThat(AuditRules.isFresh(Optional.of(now.minus(AuditRules.FRESH)), now))
                .isTrue();
        assertThat(AuditRules.isFresh(Optional.of(now.minus(AuditRules.FRESH).minusMillis(1)), now))
                .isFalse();
        assertThat(AuditRules.isFresh(Optional.empty(), now)).isFalse();
    }
}
