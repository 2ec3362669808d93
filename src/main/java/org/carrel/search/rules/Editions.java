package org.carrel.search.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carrel.search.SearchHit;

/** Which edition of a work stands for it in a list of results, and the order of the others. */
public final class Editions {
    private Editions() {}

    /**
     * The best one, or one that fits as well and is in the library now while the best one is not. It is of the same kind and
     * language, so that nobody gets an audiobook for a book.
     *
     * @param alike ids of those that fit as well
     * @return it, with the others
     */
    public static SearchHit row(SearchHit best, List<SearchHit> others, Set<Long> alike) {
        if (others.isEmpty()) return best;
        var shown = best.copiesIn() > 0 || !best.availabilityKnown()
                ? best
                : others.stream()
                        .filter(other -> alike.contains(other.id()) && isLike(best, other) && other.copiesIn() > 0)
                        .findFirst()
                        .orElse(best);
        return shown.withEditions(Stream.concat(Stream.of(best), others.stream())
                .filter(each -> each.id() != shown.id())
                .sorted(after(shown))
                .toList());
    }

    /** Those in the language of the first one, then by kind, the newest first. */
    private static Comparator<SearchHit> after(SearchHit shown) {
        return Comparator.comparing((SearchHit each) -> !each.languages().equals(shown.languages()))
                .thenComparing(each -> each.kind() != shown.kind())
                .thenComparing(SearchHit::kind)
                .thenComparing(Comparator.comparingInt(SearchHit::yearOrZero).reversed())
                .thenComparing(SearchHit::id);
    }

    private static boolean isLike(SearchHit one, SearchHit other) {
        return one.kind() == other.kind() && one.languages().equals(other.languages());
    }
}
