package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.devices.RepairState.AT_DISTRICT;
import static org.carrel.devices.RepairState.AT_VENDOR;
import static org.carrel.devices.RepairState.CANCELLED;
import static org.carrel.devices.RepairState.FIXED;
import static org.carrel.devices.RepairState.NEW;
import static org.carrel.devices.RepairState.TRIAGED;
import static org.carrel.devices.RepairState.UNREPAIRABLE;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.RepairState;
import org.carrel.devices.rules.RepairSteps.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairStepsTest {
    private static final Facts HERE = new Facts(true, false, false);
    private static final Facts OUT = new Facts(true, true, false);

    @Property
    void whatIsClosedStaysClosed(@ForAll RepairState from, @ForAll RepairState to) {
        if (from.isOpen())
            assertThat(RepairSteps.from(from)).contains(FIXED, UNREPAIRABLE).doesNotContain(from, NEW);
        else assertThat(RepairSteps.refused(from, to, "why", HERE)).contains(Why.CLOSED);
    }

    @Test
    void whatIsAwayHasToComeBackBeforeThereWasNothing() {
        assertThat(RepairSteps.refused(AT_VENDOR, CANCELLED, "why", HERE)).contains(Why.NO_SUCH_STEP);
        assertThat(RepairSteps.refused(NEW, CANCELLED, "why", HERE)).isEmpty();
    }

    @Test
    void whatSomebodyHasOnLoanIsNotAtTheVendor() {
        assertThat(RepairSteps.refused(NEW, AT_DISTRICT, "", OUT)).contains(Why.ON_LOAN);
        assertThat(RepairSteps.refused(NEW, UNREPAIRABLE, "why", OUT)).contains(Why.ON_LOAN);
        assertThat(RepairSteps.refused(NEW, FIXED, "", OUT)).isEmpty();
    }

    @Test
    void anEndThatIsAskedAboutNeedsAWord() {
        assertThat(RepairSteps.refused(TRIAGED, UNREPAIRABLE, " ", HERE)).contains(Why.NOTE_MISSING);
        assertThat(RepairSteps.refused(TRIAGED, FIXED, "x".repeat(2001), HERE)).contains(Why.NOTE_TOO_LONG);
    }

    @ParameterizedTest(name = "{0}, here {1}: {2} becomes {3}")
    @CsvSource({
        // a teacher says so: it stays what it was until somebody looks
        "NEW, false, READY, ",
        "NEW, true, READY, BROKEN",
        "TRIAGED, false, READY, NEEDS_CHECK",
        "WAITING_PARTS, true, BROKEN, WAITING_PARTS",
        "WAITING_FAMILY, true, READY, BROKEN",
        "WAITING_FAMILY, false, READY, NEEDS_CHECK",
        "AT_DISTRICT, true, BROKEN, AT_VENDOR",
        "FIXED, true, AT_VENDOR, READY",
        "FIXED, false, READY, ",
        "UNREPAIRABLE, true, BROKEN, RETIRED_PENDING",
        "CANCELLED, true, BROKEN, NEEDS_CHECK",
        // what is gone stays gone
        "FIXED, true, STOLEN, ",
        "FIXED, true, MISSING, "
    })
    void theConditionFollows(RepairState to, boolean in, DeviceCondition now, DeviceCondition becomes) {
        var before = Optional.of(DeviceCondition.NEEDS_CHECK);
        assertThat(RepairSteps.condition(to, in, now, before)).isEqualTo(Optional.ofNullable(becomes));
    }

    @Property
    void whatIsMendedElsewhereIsNotHere(@ForAll RepairState to, @ForAll boolean before) {
        assertThat(RepairSteps.deviceIn(to, before, new Facts(false, false, false)))
                .isFalse();
        if (before) assertThat(RepairSteps.deviceIn(to, true, HERE)).isTrue();
    }
}
