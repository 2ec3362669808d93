package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.rules.Ledger;

/**
 * A charge with everything that happened to it. Nothing of it is ever changed; what is owed follows from it (rule F6).
 *
 * @param loan empty: for no loan, or the loan is forgotten
 * @param why which rule made it so much
 * @param reason typed by staff, or empty
 * @param account who charged it; empty: a job
 * @param request with which it was charged
 * @param entries the oldest first
 */
public record ChargeLine(
        long id,
        Optional<Long> loan,
        ChargeType type,
        ChargeClass group,
        Money amount,
        List<ChargeReason> why,
        String reason,
        Instant at,
        Optional<Long> account,
        String request,
        List<ChargeEntry> entries)
        implements Serializable {
    public ChargeLine {
        why = List.copyOf(why);
        entries = List.copyOf(entries);
    }

    /** What is still to be paid. */
    public Money outstanding() {
        return Ledger.outstanding(this);
    }

    /** What was paid too much and is to be given back. */
    public Money credit() {
        return Ledger.credit(this);
    }

    /** What was paid and not given back. */
    public Money kept() {
        return Ledger.kept(this);
    }

    public boolean isSettled() {
        return outstanding().isZero() && credit().isZero();
    }
}
