package org.carrel.search;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.Items;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.search.index.RelatedRecords;
import org.carrel.search.index.RelatedRecords.Alike;
import org.carrel.search.rules.Editions;

/**
 * What else a reader of one book may want: another edition of it, or a book like it. Told from the records alone; nothing is
 * known of who reads what.
 */
@Door
public class RelatedBooks {
    private static final Logger LOG = System.getLogger(RelatedBooks.class.getName());
    /** So many times as many as are wanted are looked at, so that those that are in come first. */
    private static final int LOOKED_AT = 3;
    /** What it is worth to be in the library now. */
    private static final double IN_NOW = 1.3;

    private final SearchLifecycle search;
    private final Items items;

    @Inject
    public RelatedBooks(SearchLifecycle search, Items items) {
        this.search = search;
        this.items = items;
    }

    /** The record, with the other editions of its work as a list of results has them; empty when search does not know it. */
    public Optional<SearchHit> find(long id) {
        var index = search.index();
        if (index.isEmpty()) return Optional.empty();
        var all = withItems(new RelatedRecords(index.get()).editions(id));
        var others = all.stream().filter(hit -> hit.id() != id).toList();
        return all.stream().filter(hit -> hit.id() == id).findFirst().map(hit -> Editions.row(hit, others, Set.of()));
    }

    /** The other editions of its work. */
    public List<SearchHit> otherEditions(long id) {
        return find(id).map(SearchHit::editions).orElse(List.of());
    }

    /** Books like this one, never an edition of it, at most so many; what is in now before what is not, if it is as like. */
    public List<SearchHit> like(CatalogRecord record, Readers readers, int most) {
        var index = search.index();
        if (index.isEmpty()) return List.of();
        var alike = new RelatedRecords(index.get()).like(record, readers, LOOKED_AT * most);
        var hits = withItems(alike.stream().map(Alike::hit).toList());
        return IntStream.range(0, hits.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -worth(hits.get(at), alike.get(at))))
                .limit(most)
                .map(hits::get)
                .toList();
    }

    private static double worth(SearchHit hit, Alike alike) {
        return hit.copiesIn() > 0 ? IN_NOW * alike.score() : alike.score();
    }

    private List<SearchHit> withItems(List<SearchHit> hits) {
        if (hits.isEmpty()) return hits;
        try {
            var copies = items.of(hits.stream().map(SearchHit::id).toList());
            return hits.stream()
                    .map(hit -> hit.withItems(copies.getOrDefault(hit.id(), List.of())))
                    .toList();
        } catch (DatabaseProblem e) {
            LOG.log(Level.WARNING, "Books are shown without their copies", e);
            return hits;
        }
    }
}
