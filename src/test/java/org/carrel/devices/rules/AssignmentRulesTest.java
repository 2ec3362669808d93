package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.devices.AssignmentProblem;
import org.carrel.devices.AssignmentProblem.Kind;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.rules.AssignmentRules.Facts;
import org.carrel.devices.rules.AssignmentRules.Has;
import org.junit.jupiter.api.Test;

/** Who may have which device for the year. */
class AssignmentRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 14);
    private static final Has OTHER = new Has(7, "CB-7", DeviceCategory.CHROMEBOOK, false);

    private static Facts facts(List<Blocked> found, List<Has> has) {
        return new Facts(DeviceCategory.CHROMEBOOK, false, found, has, Optional.empty(), TODAY);
    }

    private static List<Kind> kinds(List<AssignmentProblem> problems) {
        return problems.stream().map(AssignmentProblem::kind).toList();
    }

    private static List<Kind> against(Facts facts, boolean exchange) {
        return kinds(AssignmentRules.against(facts, exchange, Lifted.NOTHING, true));
    }

    @Test
    void nothingAgainstItIsNoProblem() {
        assertThat(against(facts(List.of(), List.of()), false)).isEmpty();
        var camera = new Has(8, "CAM-1", DeviceCategory.CAMERA, true);
        assertThat(against(facts(List.of(), List.of(camera)), false))
                .as("of another kind")
                .isEmpty();
    }

    @Test
    void aSecondOfAKindIsAnExchangeAndNoneWhileTheFirstIsMended() { // B71
        assertThat(against(facts(List.of(), List.of(OTHER)), false)).containsExactly(Kind.HAS_ANOTHER);
        assertThat(against(facts(List.of(), List.of(OTHER)), true)).isEmpty();
        var broken = new Has(7, "CB-7", DeviceCategory.CHROMEBOOK, true);
        for (var exchange : List.of(true, false))
            assertThat(against(facts(List.of(), List.of(broken)), exchange)).containsExactly(Kind.LOANER_ONLY);
    }

    @Test
    void theLastDayIsTodayOrLater() {
        var facts = new Facts(
                DeviceCategory.CHROMEBOOK, false, List.of(), List.of(), Optional.of(TODAY.minusDays(1)), TODAY);
        assertThat(against(facts, false)).containsExactly(Kind.UNTIL_IS_PAST);
        var today = new Facts(DeviceCategory.CHROMEBOOK, false, List.of(), List.of(), Optional.of(TODAY), TODAY);
        assertThat(against(today, false)).isEmpty();
    }

    @Test
    void limitsOfLoansDoNotCount() { // L5
        var limits = List.of(
                Blocked.of(LoanBlock.TOO_MANY_LOANS, 5, 5),
                Blocked.of(LoanBlock.OWES_TOO_MUCH, "9", "5"),
                Blocked.of(LoanBlock.NO_DUE_DATE, "x"));
        assertThat(against(facts(limits, List.of()), false)).isEmpty();
    }

    @Test
    void aReasonLiftsWhatMayBeLiftedByWhoMay() { // V1
        var found = List.of(Blocked.of(LoanBlock.AGREEMENT_MISSING, 1));
        var lifted = new Lifted(EnumSet.of(LoanBlock.AGREEMENT_MISSING), "Signed tomorrow");
        assertThat(AssignmentRules.against(facts(found, List.of()), false, lifted, true))
                .isEmpty();
        assertThat(kinds(AssignmentRules.against(facts(found, List.of()), false, lifted, false)))
                .containsExactly(Kind.BLOCKED);
        var never = List.of(Blocked.of(LoanBlock.DEVICE_ASSIGNED, 3));
        var all = new Lifted(EnumSet.allOf(LoanBlock.class), "I want it");
        assertThat(kinds(AssignmentRules.against(facts(never, List.of()), true, all, true)))
                .containsExactly(Kind.BLOCKED);
    }

    /** Nobody gets a device that is not ready, however it is asked for, without a reason. */
    @Property
    void onlyAReadyDeviceIsGivenOut(@ForAll DeviceCondition condition, @ForAll boolean exchange) { // V1
        var device = new DeviceForLoan(condition, Optional.empty(), OptionalLong.empty(), false, false, List.of());
        var problems = against(facts(DeviceBlocks.of(device), List.of()), exchange);
        var isReady = condition == DeviceCondition.READY || condition == DeviceCondition.MISSING;
        assertThat(problems.isEmpty()).isEqualTo(isReady);
    }

    /** Whose it is is told to its owner as theirs, and to everybody else as a reason that nobody lifts. */
    @Property
    void anAssignedDeviceIsLentToNobody(@ForAll boolean theirs) { // V1, V2
        var device = new DeviceForLoan(
                DeviceCondition.READY, Optional.empty(), OptionalLong.of(12), theirs, false, List.of());
        assertThat(DeviceBlocks.of(device)).singleElement().satisfies(block -> {
            assertThat(block.block()).isEqualTo(theirs ? LoanBlock.DEVICE_IS_THEIRS : LoanBlock.DEVICE_ASSIGNED);
            assertThat(block.block().lifting()).isEqualTo(LoanBlock.Lifting.NEVER);
        });
    }
}
