package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a charge.
 *
 * @param act number of what was done, on receipts
 * @param request with which it was done
 * @param means how money changed hands; empty when none did
 * @param account who did it; empty: a rule or a job
 */
public record ChargeEntry(
        EntryKind kind,
        Money amount,
        long act,
        String request,
        Optional<PayMeans> means,
        String reason,
        Instant at,
        Optional<Long> account)
        implements Serializable {}
