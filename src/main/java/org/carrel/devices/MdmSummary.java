package org.carrel.devices;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What an export would do, or has done.
 *
 * @param rows of the file that are not empty
 * @param discrepancies how many of each kind it makes one look at, whether or not they are known already
 */
public record MdmSummary(
        int rows,
        Map<MdmOutcome, Integer> devices,
        Map<DiscrepancyKind, Integer> discrepancies,
        List<MdmFinding> findings)
        implements Serializable {
    public MdmSummary {
        devices = Map.copyOf(devices);
        discrepancies = Map.copyOf(discrepancies);
        findings = List.copyOf(findings);
    }

    public static MdmSummary found(int rows, List<MdmFinding> findings) {
        return new MdmSummary(rows, Map.of(), Map.of(), findings);
    }

    public int count(MdmOutcome outcome) {
        return devices.getOrDefault(outcome, 0);
    }

    public int count(DiscrepancyKind kind) {
        return discrepancies.getOrDefault(kind, 0);
    }

    /** Nothing is new, nothing differs: the same file again. */
    public boolean changesNothing() {
        return count(MdmOutcome.NEW) + count(MdmOutcome.CHANGED) + count(MdmOutcome.SEEN) == 0;
    }
}
