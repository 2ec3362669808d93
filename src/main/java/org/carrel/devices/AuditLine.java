package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A device in an audit.
 *
 * @param home where it belongs in the words of our records: a room, or a cart and its slot; empty for nobody knows
 * @param act what is proposed while the audit is open, what was done when it is closed
 * @param choices what may be done about it; empty for nothing
 * @param custody where it was by our records
 * @param seen when a console saw it last
 * @param fresh whether a console has seen it so lately that it is likely about (V5)
 */
public record AuditLine(
        Device device,
        String home,
        AuditOutcome outcome,
        AuditAct act,
        List<AuditAct> choices,
        Custody.Kind custody,
        Optional<Instant> seen,
        boolean fresh)
        implements Serializable {
    public AuditLine {
        choices = List.copyOf(choices);
    }
}
