package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody gets in the hand who has paid. It names no titles: others may see it.
 *
 * @param number counts everything that was ever done in the ledger
 * @param left what is still owed now
 */
public record FeeReceipt(
        long number,
        long patron,
        EntryKind kind,
        Optional<PayMeans> means,
        Money total,
        Instant at,
        OptionalLong account,
        List<Part> parts,
        Owed left)
        implements Serializable {
    public FeeReceipt {
        parts = List.copyOf(parts);
    }

    /** @param barcode of the copy; empty when it is for none */
    public record Part(ChargeType type, String barcode, String reason, Money amount) implements Serializable {}
}
