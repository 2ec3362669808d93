package org.carrel.catalog;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of which two people made different things at the same time; the leader is the control field {@code LDR}.
 *
 * @param base as both found it; empty when it is new
 * @param theirs as it was stored first; empty when they took it away
 * @param mine as who comes later wants it; empty when they took it away
 */
public record EditConflict(Optional<MarcField> base, Optional<MarcField> theirs, Optional<MarcField> mine) {
    /** Which of the two is to stand. */
    public enum Choice {
        THEIRS,
        MINE
    }

    public String tag() {
        return Stream.of(base, theirs, mine)
                .flatMap(Optional::stream)
                .map(MarcField::tag)
                .findFirst()
                .orElse("");
    }
}
