package org.carrel.catalog;

import java.io.Serializable;
import java.util.Optional;

/**
 * Where a copy is to be looked for.
 *
 * @param map of its site; empty when none was drawn
 * @param row the one that holds its call number; empty when none does
 */
public record ShelfPlace(Item item, Optional<ShelfMap> map, Optional<PlanPart> row) implements Serializable {}
