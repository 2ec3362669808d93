package org.carrel.catalog;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * One field that an import wrote, or that was changed since, in its three states; the leader is the control field {@code LDR}.
 *
 * @param before the import; empty when the record or the field was not there
 * @param imported as the import wrote it
 * @param now as it stands
 */
public record ThreeWayChange(Optional<MarcField> before, Optional<MarcField> imported, Optional<MarcField> now) {
    public String tag() {
        return Stream.of(before, imported, now)
                .flatMap(Optional::stream)
                .map(MarcField::tag)
                .findFirst()
                .orElse("");
    }

    /** Nothing came over what the import wrote here. */
    public boolean isUnchangedSince() {
        return imported.equals(now);
    }
}
