package org.carrel.shelfwork;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.catalog.ItemCondition;

/**
 * What makes a copy one to look at: everything that is stated must be true of it.
 *
 * @param id 0 while it is not stored
 * @param from class number or section; empty, as {@code to}: every class
 * @param years it is older, by the year of publication; a copy whose year nobody knows is not
 * @param unusedYears so long nobody has borrowed it or used it in the room, or since it came when nobody ever has
 * @param worst WORN or DAMAGED: at least so bad
 * @param copies the site has more of the title
 */
public record WeedingRule(
        int id,
        String name,
        String from,
        String to,
        OptionalInt years,
        OptionalInt unusedYears,
        Optional<ItemCondition> worst,
        OptionalInt copies,
        boolean active,
        int version)
        implements Serializable {}
