package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * A copy on its way between sites.
 *
 * @param forHold somebody waits for it there; else it goes home
 * @param sent when it left, as far as anybody said; empty while it waits in the box
 */
public record TransferRow(
        HoldCopyFacts copy,
        String fromName,
        String fromCode,
        String toName,
        String toCode,
        boolean forHold,
        Instant made,
        Optional<Instant> sent)
        implements Serializable {}
