package org.carrel.devices;

import java.io.Serializable;
import java.util.List;

/**
 * An audit with everything that was scanned or should have been.
 *
 * @param lines in the order of tags
 * @param unknown what was scanned and is no device that we know
 */
public record AuditSheet(AuditHeader audit, List<AuditLine> lines, List<String> unknown) implements Serializable {
    public AuditSheet {
        lines = List.copyOf(lines);
        unknown = List.copyOf(unknown);
    }

    public List<AuditLine> of(AuditOutcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).toList();
    }

    public int count(AuditOutcome outcome) {
        return of(outcome).size();
    }
}
