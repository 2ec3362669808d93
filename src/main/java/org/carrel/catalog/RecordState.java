package org.carrel.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * One version in the history of a record.
 *
 * @param at since when it stood
 * @param kind empty when an import wrote it
 * @param who name of the account; empty when nobody is known
 * @param file of the import that wrote it; empty when none did
 * @param present whether it is the one that stands
 */
public record RecordState(
        int version,
        Instant at,
        Optional<EditKind> kind,
        Optional<String> who,
        Optional<String> file,
        boolean present) {}
