package org.carrel.search;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.Works;
import org.carrel.platform.Door;

/** Where the librarian says which records are editions of one work, by what readers see of them. */
@Door
public class WorkDesk {
    /** Who has said something sees it at once; searches follow every change within a second. */
    private static final Duration SEEN = Duration.ofSeconds(2);

    private final Works works;
    private final RelatedBooks related;
    private final SearchLifecycle search;

    @Inject
    public WorkDesk(Works works, RelatedBooks related, SearchLifecycle search) {
        this.works = works;
        this.related = related;
        this.search = search;
    }

    /** What became of a wish. */
    public enum Outcome {
        DONE,
        /** The editions are others than those that were looked at. */
        CHANGED,
        /** There is nothing to do: it stands alone already, or they are one already. */
        NOTHING
    }

    /** The record, then the other editions of its work; empty when search does not know it. */
    public List<SearchHit> editions(long id) {
        return related.find(id)
                .map(hit ->
                        Stream.concat(Stream.of(hit), hit.editions().stream()).toList())
                .orElse(List.of());
    }

    /** Those of the records about which a person has decided. */
    public Set<Long> decided(Collection<Long> ids) {
        return works.decided(ids);
    }

    /**
     * The record is no edition of the work that the others are of.
     *
     * @param seen all editions as they were looked at
     * @param actor account
     */
    public Outcome split(long id, Set<Long> seen, long actor) {
        var now = ids(id);
        if (!now.equals(seen)) return Outcome.CHANGED;
        if (now.size() < 2) return Outcome.NOTHING;
        works.split(List.of(id), actor);
        return done();
    }

    /**
     * All editions of both works are of one.
     *
     * @param seen all of them as they were looked at
     * @param actor account
     */
    public Outcome join(long id, long other, Set<Long> seen, long actor) {
        var here = ids(id);
        if (here.contains(other)) return Outcome.NOTHING;
        var all = new TreeSet<>(here);
        all.addAll(ids(other));
        if (here.isEmpty() || !all.contains(other) || !all.equals(seen)) return Outcome.CHANGED;
        works.join(all, actor);
        return done();
    }

    /** What people said of the record and its other editions is forgotten. @param actor account */
    public Outcome forget(long id, long actor) {
        var editions = ids(id);
        if (works.decided(editions).isEmpty()) return Outcome.NOTHING;
        works.forget(editions, actor);
        return done();
    }

    private Set<Long> ids(long id) {
        return editions(id).stream().map(SearchHit::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private Outcome done() {
        search.follow(SEEN);
        return Outcome.DONE;
    }
}
