package org.carrel.catalog.rules;

import java.util.List;
import java.util.Optional;
import org.carrel.catalog.PlanPart;

/** In which row of a floor plan does a copy stand? */
public final class Shelving {
    private final List<Keys> keys;

    private record Keys(PlanPart row, KeyRange range) {}

    /** @param parts of one plan; what cannot be read holds nothing */
    public Shelving(List<PlanPart> parts) {
        keys = parts.stream()
                .flatMap(part -> part.ranges().stream()
                        .flatMap(range -> KeyRange.of(range).stream())
                        .map(range -> new Keys(part, range)))
                .toList();
    }

    /**
     * The row whose range holds this key; empty when none does.
     *
     * @param location of the copy, 0 when it has none
     */
    public Optional<PlanPart> rowOf(int location, String shelfKey) {
        return keys.stream()
                .filter(each -> each.range.holds(location, shelfKey))
                .map(Keys::row)
                .findFirst();
    }

    /** How many ranges of this location begin at or before the key: between two copies, it tells whether one lies there. */
    long rangesUpTo(int location, String shelfKey) {
        return keys.stream()
                .filter(each -> each.range.isOf(location) && each.range.from().compareTo(shelfKey) <= 0)
                .count();
    }

    boolean isFree(KeyRange wish) {
        return keys.stream().noneMatch(each -> each.range.meets(wish));
    }
}
