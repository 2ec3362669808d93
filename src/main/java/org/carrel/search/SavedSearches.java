package org.carrel.search;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carrel.platform.Door;
import org.carrel.search.CatalogSearch.Sight;
import org.carrel.search.Choices.Order;

/**
 * Answers of saved searches, for shelves and lists of topics: kept until the index changes, and never counted as somebody's
 * question. What is in is as it was when the answer was made.
 */
@Door
public class SavedSearches {
    /** The titles that are new, newest first. */
    public static final SavedSearch NEW_BOOKS = new SavedSearch(
            "", List.of(), List.of(), new Choices(Map.of(Facet.NEW, List.of(Facet.YES)), Order.NEWEST), false);

    /** While an import changes the index all the time, an answer may be so old. */
    private static final Duration YOUNG = Duration.ofSeconds(1);

    private static final int MOST_KEPT = 500;
    /** New titles without a copy are passed over, so many pages of them. */
    private static final int MOST_PAGES = 4;

    private final CatalogSearch search;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    @Inject
    public SavedSearches(CatalogSearch search) {
        this.search = search;
    }

    /**
     * The beginning of what is found.
     *
     * @param total how many are found in all
     */
    public record Answer(long total, List<SearchHit> hits) {
        public Answer {
            hits = List.copyOf(hits);
        }
    }

    private record Key(SavedSearch search, Readers readers, int most, boolean withCopies) {}

    private record Kept(Sight sight, long madeAt, Answer answer) {}

    /** @param most so many hits, at most {@value SearchRequest#MAX_PAGE_SIZE} */
    public Answer of(SavedSearch asked, Readers readers, int most) {
        return kept(new Key(asked, readers, most, false));
    }

    /** New titles that the library has a copy of, at most so many; the total counts the others too. */
    public Answer newBooks(Readers readers, int most) {
        return kept(new Key(NEW_BOOKS, readers, most, true));
    }

    /**
     * Every record that is found, each edition by itself, in the order of the answer: for work on all of them. Asks anew, page by page;
     * what comes into the catalog meanwhile may be missing.
     *
     * @param most no more than so many, a few over
     */
    public List<Long> records(SavedSearch asked, int most) {
        var found = new LinkedHashSet<Long>();
        for (var number = 1; found.size() <= most; number++) {
            var request = asked.request(number, SearchRequest.MAX_PAGE_SIZE, Readers.ALL)
                    .ofRecords();
            var hits = search.find(request, search.tuning()).hits();
            hits.forEach(hit -> found.add(hit.id()));
            if (hits.size() < SearchRequest.MAX_PAGE_SIZE) break;
        }
        return List.copyOf(found);
    }

    private Answer kept(Key key) {
        var sight = search.sight();
        var before = kept.get(key);
        if (before != null && (before.sight().equals(sight) || isYoung(before))) return before.answer();
        var answer = key.withCopies() ? withCopies(key) : page(key, 1, key.most());
        if (kept.size() > MOST_KEPT) kept.clear();
        if (isWhole(answer)) kept.put(key, new Kept(sight, System.nanoTime(), answer));
        return answer;
    }

    private static boolean isYoung(Kept answer) {
        return System.nanoTime() - answer.madeAt() < YOUNG.toNanos();
    }

    /** An answer without copies, while the database was away, is not kept. */
    private static boolean isWhole(Answer answer) {
        return answer.hits().stream().allMatch(SearchHit::availabilityKnown);
    }

    private Answer withCopies(Key key) {
        var found = new ArrayList<SearchHit>();
        var total = 0L;
        for (var number = 1; number <= MOST_PAGES && found.size() < key.most(); number++) {
            var page = page(key, number, SearchRequest.MAX_PAGE_SIZE);
            total = page.total();
            page.hits().stream()
                    .filter(hit -> !hit.items().isEmpty() || !hit.availabilityKnown())
                    .forEach(found::add);
            if (page.hits().size() < SearchRequest.MAX_PAGE_SIZE) break;
        }
        return new Answer(total, found.subList(0, Math.min(key.most(), found.size())));
    }

    private Answer page(Key key, int number, int size) {
        var page = search.find(key.search().request(number, size, key.readers()), search.tuning());
        return new Answer(page.total(), page.hits());
    }
}
