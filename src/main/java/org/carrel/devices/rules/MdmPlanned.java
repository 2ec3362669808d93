package org.carrel.devices.rules;

import java.util.List;
import java.util.Optional;
import org.carrel.devices.MdmChange;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRemark;

/**
 * What becomes of a row of an export.
 *
 * @param label how people call the device
 * @param device of ours; empty for none
 * @param tag of a new device; empty for none
 */
public record MdmPlanned(
        MdmOutcome outcome,
        String label,
        Optional<Long> device,
        String tag,
        List<MdmChange> changes,
        List<MdmRemark> remarks,
        List<Suspicion> suspicions) {
    public MdmPlanned {
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
        suspicions = List.copyOf(suspicions);
    }
}
