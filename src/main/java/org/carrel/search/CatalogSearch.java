package org.carrel.search;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carrel.catalog.Item;
import org.carrel.catalog.Items;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.platform.PeopleFirst;
import org.carrel.search.Understanding.Meant;
import org.carrel.search.index.CatalogIndex;
import org.carrel.search.index.Correction;
import org.carrel.search.index.Found;
import org.carrel.search.index.IndexAnswers;
import org.carrel.search.rules.Editions;
import org.carrel.search.rules.TypedText;
import org.jspecify.annotations.Nullable;

/** Finds records for what a person typed or scanned. Never fails because of what was typed. */
@Door
public class CatalogSearch {
    private static final Logger LOG = System.getLogger(CatalogSearch.class.getName());

    /** Who has typed so much does not look at suggestions. */
    private static final int LONGEST_BEGINNING = 80;
    /** Fewer letters may become anything yet. */
    private static final int MISSPELLED = 4;

    private static final int MOST_SPELLINGS = 5;

    private final SearchLifecycle search;
    private final Items items;

    private final @Nullable SearchWords words;
    private final @Nullable SearchLog log;
    private final @Nullable NewBooks arrivals;

    @Inject
    public CatalogSearch(SearchLifecycle search, Items items, SearchWords words, SearchLog log, NewBooks arrivals) {
        this.search = search;
        this.items = items;
        this.words = words;
        this.log = log;
        this.arrivals = arrivals;
    }

    /** With the synonyms that come with Carrel, and without counting what is asked. */
    public CatalogSearch(SearchLifecycle search, Items items) {
        this.search = search;
        this.items = items;
        this.words = null;
        this.log = null;
        this.arrivals = null;
    }

    /** The same, with an idea of what is new. */
    public CatalogSearch(SearchLifecycle search, Items items, NewBooks arrivals) {
        this.search = search;
        this.items = items;
        this.words = null;
        this.log = null;
        this.arrivals = arrivals;
    }

    /** With the librarian's synonyms, pins and weights, and without counting what is asked: for trying the search. */
    public CatalogSearch(SearchLifecycle search, Items items, SearchWords words) {
        this.search = search;
        this.items = items;
        this.words = words;
        this.log = null;
        this.arrivals = null;
    }

    /** One page of records with their copies; whether those are in is exact at this moment. */
    public SearchPage find(SearchRequest request) {
        try (var answering = PeopleFirst.answering()) {
            var page = find(request, tuning());
            if (log != null) log.asked(request, !page.searched().equals(TypedText.clean(request.text())), page.total());
            return page;
        }
    }

    /**
     * How a text that is being typed may go on, at most so many, the likeliest first. When nothing goes on so, what it may
     * have been meant to say.
     *
     * @param readers titles for others are left out
     */
    public List<Suggestion> suggest(String typed, Readers readers, int most) {
        var index = search.index();
        var text = TypedText.clean(typed);
        if (index.isEmpty() || text.length() > LONGEST_BEGINNING) return List.of();
        try (var answering = PeopleFirst.answering()) {
            var suggestions = index.get().suggestions(text, readers, most);
            if (!suggestions.isEmpty() || text.length() < MISSPELLED) return suggestions;
            return misspelled(index.get(), text, readers, most);
        }
    }

    /** The last word may be only begun; the nearest spelling with which anything goes on. */
    private List<Suggestion> misspelled(CatalogIndex index, String text, Readers readers, int most) {
        var last = text.lastIndexOf(' ') + 1;
        var answers = new IndexAnswers(index);
        var spoken = tuning().spoken();
        var whole = answers.corrections(text, spoken).stream().map(Correction::text);
        var begun = last == 0
                ? Stream.<String>empty()
                : answers.corrections(text.substring(0, last), spoken).stream()
                        .map(correction -> correction.text() + " " + text.substring(last));
        return Stream.concat(begun.limit(MOST_SPELLINGS), whole.limit(MOST_SPELLINGS))
                .map(spelling -> index.suggestions(spelling, readers, most))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What was added then or later is new; nothing is where nobody says what new means. */
    Instant newSince() {
        return arrivals == null ? Instant.MAX : arrivals.since();
    }

    /** What searches see at this moment; an answer is the same as long as it is. */
    record Sight(long change, boolean limited, Tuning tuning, Instant newSince) {}

    Sight sight() {
        var index = search.index();
        return new Sight(
                index.map(CatalogIndex::lastChange).orElse(0L),
                index.map(CatalogIndex::isLimited).orElse(true),
                tuning(),
                newSince());
    }

    Tuning tuning() {
        return words == null ? Tuning.SHIPPED : words.now();
    }

    /** The same, tuned otherwise and not counted. */
    SearchPage find(SearchRequest request, Tuning tuning) {
        var index = search.index();
        if (index.isEmpty()) {
            var unknown = new Meant(
                    TypedText.clean(request.text()),
                    TypedText.wishes(request.text()).getLast());
            return page(request, unknown, Found.nothing());
        }
        var asked = Asked.of(index.get(), request, tuning, newSince());
        return page(request, asked.meant(), asked.found());
    }

    private SearchPage page(SearchRequest request, Meant meant, Found found) {
        return new SearchPage(
                meant.text(),
                meant.as(),
                found.total(),
                request.page(),
                request.pageSize(),
                rows(found.rows()),
                found.kinds(),
                found.languages(),
                found.facets(),
                found.limited());
    }

    private List<SearchHit> rows(List<Found.Row> rows) {
        if (rows.isEmpty()) return List.of();
        try {
            var ids = rows.stream()
                    .flatMap(row -> Stream.concat(Stream.of(row.best()), row.others().stream()))
                    .map(SearchHit::id)
                    .toList();
            var copies = items.of(ids);
            return rows.stream().map(row -> row(row, copies)).toList();
        } catch (DatabaseProblem e) {
            LOG.log(Level.WARNING, "Results are shown without their copies", e);
            return rows.stream()
                    .map(row -> Editions.row(row.best(), row.others(), row.alike()))
                    .toList();
        }
    }

    private static SearchHit row(Found.Row row, Map<Long, List<Item>> copies) {
        UnaryOperator<SearchHit> withItems = hit -> hit.withItems(copies.getOrDefault(hit.id(), List.of()));
        return Editions.row(
                withItems.apply(row.best()),
                row.others().stream().map(withItems).toList(),
                row.alike());
    }
}
