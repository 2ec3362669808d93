package org.carrel.search;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.carrel.catalog.Item;
import org.carrel.catalog.Items;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.platform.PeopleFirst;
import org.carrel.search.SearchPage.Understood;
import org.carrel.search.index.CatalogIndex;
import org.carrel.search.index.Found;
import org.carrel.search.rules.TypedText;
import org.carrel.search.rules.Wish;
import org.carrel.search.rules.Wish.ByBarcode;
import org.carrel.search.rules.Wish.ByCallNumber;
import org.carrel.search.rules.Wish.ByNumber;
import org.carrel.search.rules.Wish.ByWords;
import org.carrel.search.rules.Wish.Everything;
import org.carrel.search.rules.Wish.InTitle;

/** Finds records for what a person typed or scanned. Never fails because of what was typed. */
@Door
public class CatalogSearch {
    private static final Logger LOG = System.getLogger(CatalogSearch.class.getName());
    /** Shorter barcodes are numbers that stand in titles too. */
    private static final int TELLING_BARCODE = 6;

    private final SearchLifecycle search;
    private final Items items;

    @Inject
    public CatalogSearch(SearchLifecycle search, Items items) {
        this.search = search;
        this.items = items;
    }

    /** One page of records with their copies; whether those are in is exact at this moment. */
    public SearchPage find(SearchRequest request) {
        try (var answering = PeopleFirst.answering()) {
            return answer(request);
        }
    }

    private SearchPage answer(SearchRequest request) {
        var wishes = TypedText.wishes(request.text());
        var index = search.index();
        if (index.isEmpty())
            return page(request, wishes.getLast(), new Found(0, List.of(), List.of(), List.of(), true));
        var wish = wishes.stream()
                .filter(each -> isMeant(index.get(), each, request.text()))
                .findFirst()
                .orElse(wishes.getLast());
        return page(request, wish, index.get().find(wish, request));
    }

    /** Whether the text means this and nothing else: there is such a thing, and no title says the same. */
    private static boolean isMeant(CatalogIndex index, Wish wish, String text) {
        return switch (wish) {
            case Everything all -> true;
            case ByWords words -> true;
            case InTitle words -> true;
            case ByNumber number -> number.certain() || index.matches(wish);
            case ByBarcode scan ->
                index.matches(wish)
                        && (scan.barcode().length() >= TELLING_BARCODE || !index.matches(new InTitle(text)));
            case ByCallNumber label -> index.matches(wish) && !index.matches(new InTitle(text));
        };
    }

    private SearchPage page(SearchRequest request, Wish wish, Found found) {
        return new SearchPage(
                TypedText.clean(request.text()),
                understood(wish),
                found.total(),
                request.page(),
                request.pageSize(),
                withItems(found.hits()),
                found.kinds(),
                found.languages(),
                found.limited());
    }

    private static Understood understood(Wish wish) {
        return switch (wish) {
            case Everything all -> Understood.EVERYTHING;
            case ByBarcode scan -> Understood.BARCODE;
            case ByNumber number -> Understood.ISBN;
            case ByCallNumber label -> Understood.CALL_NUMBER;
            case ByWords words -> Understood.WORDS;
            case InTitle words -> Understood.WORDS;
        };
    }

    private List<SearchHit> withItems(List<SearchHit> hits) {
        if (hits.isEmpty()) return hits;
        try {
            var copies = items.of(hits.stream().map(SearchHit::id).toList());
            return hits.stream().map(hit -> withItems(hit, copies)).toList();
        } catch (DatabaseProblem e) {
            LOG.log(Level.WARNING, "Results are shown without their copies", e);
            return hits;
        }
    }

    private static SearchHit withItems(SearchHit hit, Map<Long, List<Item>> copies) {
        return new SearchHit(
                hit.id(),
                hit.title(),
                hit.author(),
                hit.yearOrZero(),
                hit.kind(),
                hit.languages(),
                hit.series(),
                hit.summary(),
                hit.classNumber(),
                copies.getOrDefault(hit.id(), List.of()),
                true);
    }
}
