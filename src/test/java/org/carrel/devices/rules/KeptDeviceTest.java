package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.LoanBlock;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.RepairState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A device that is kept for what may be on it alone is not lent and not mended (TS-3). */
class KeptDeviceTest {
    @ParameterizedTest
    @EnumSource(DeviceCondition.class)
    void itIsNeverLent(DeviceCondition condition) { // TS-3
        var device = new DeviceForLoan(condition, Optional.empty(), OptionalLong.empty(), false, true, List.of());
        assertThat(DeviceBlocks.of(device)).extracting(Blocked::block).contains(LoanBlock.DEVICE_KEPT);
        assertThat(LoanBlock.DEVICE_KEPT.lifting()).isEqualTo(LoanBlock.Lifting.NEVER);
    }

    @ParameterizedTest
    @EnumSource(
            value = RepairState.class,
            mode = Mode.EXCLUDE,
            names = {"NEW", "TRIAGED", "CANCELLED"})
    void nobodyMendsIt(RepairState to) { // TS-3
        var kept = new RepairSteps.Facts(true, false, true);
        assertThat(RepairSteps.refused(RepairState.NEW, to, "A word", kept)).contains(Why.KEPT);
    }

    @ParameterizedTest
    @EnumSource(
            value = RepairState.class,
            names = {"TRIAGED", "CANCELLED"})
    void somebodyMayLookAtIt(RepairState to) {
        var kept = new RepairSteps.Facts(true, false, true);
        assertThat(RepairSteps.refused(RepairState.NEW, to, "A word", kept)).isEmpty();
    }
}
