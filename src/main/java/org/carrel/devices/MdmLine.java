package org.carrel.devices;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A row of an export, or a device that is not in it any more.
 *
 * @param row of the file, as a spreadsheet counts; 0 for what is not in it
 * @param label how people call the device: its tag, serial, or the name of the console
 * @param device number of the device; empty for one that is not there, or not yet
 * @param changes what changes; of a new device what there is to see
 * @param discrepancies what it makes one look at
 * @param kept undoing the run left this as it is, since it was edited or lent meanwhile
 */
public record MdmLine(
        int number,
        int row,
        String label,
        MdmOutcome outcome,
        Optional<Long> device,
        List<MdmChange> changes,
        List<MdmRemark> remarks,
        List<DiscrepancyKind> discrepancies,
        boolean kept)
        implements Serializable {
    /** From here on lines are of devices that the file does not have. */
    public static final int FIRST_MISSING = 10_000_000;

    public MdmLine {
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
        discrepancies = List.copyOf(discrepancies);
    }
}
