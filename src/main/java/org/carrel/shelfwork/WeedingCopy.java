package org.carrel.shelfwork;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A copy with what weeding goes by. Who has used it stands nowhere here.
 *
 * @param classNumber FIC, 641.5; empty when it has none of ours
 * @param year of publication; empty when nobody knows
 * @param came when it was acquired, else when we first knew of it
 * @param uses loans and uses in the room, all of them
 * @param lastUse empty for never
 * @param lastSeen when it was scanned at its shelf last; empty for never
 * @param copiesHere of the title at the site
 * @param keptUntil the last year in which it is to stay; empty: nobody has decided that
 */
public record WeedingCopy(
        ShelfCopy copy,
        String classNumber,
        OptionalInt year,
        LocalDate came,
        int uses,
        Optional<LocalDate> lastUse,
        Optional<LocalDate> lastSeen,
        int copiesHere,
        OptionalInt keptUntil,
        String keptBecause)
        implements Serializable {}
