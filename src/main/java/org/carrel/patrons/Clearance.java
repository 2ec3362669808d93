package org.carrel.patrons;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.store.PatronSearchStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Who still has something from the library: of a homeroom at the end of the year, or of those who leave. */
@Door
public class Clearance {
    /** More people than a list on paper has. */
    private static final int MOST = 10_000;

    private final Database database;
    private final List<PatronHoldings> holdings;
    private final PatronSearchStore search = new PatronSearchStore();

    @Inject
    public Clearance(Database database, @Any Instance<PatronHoldings> holdings) {
        this(database, holdings.stream().toList());
    }

    Clearance(Database database, List<PatronHoldings> holdings) {
        this.database = database;
        this.holdings = holdings;
    }

    /** A person. @param holds how many things; empty when nobody knows */
    public record Row(Patron patron, Optional<Integer> holds) implements Serializable {}

    /** Whether anybody knows what people have. */
    public boolean isKnown() {
        return !holdings.isEmpty();
    }

    /** By homeroom, then by name. @param page from 1 */
    public PeoplePage<Row> list(PatronSearch wish, boolean onlyWhoHold, int page, int size) {
        var people = database.read(connection -> search.byHomeroom(connection, wish, MOST));
        var counts = counts(people.stream().map(Patron::id).toList());
        var rows = people.stream()
                .filter(patron -> !onlyWhoHold || holdings.isEmpty() || counts.containsKey(patron.id()))
                .map(patron -> row(patron, counts))
                .toList();
        var from = Math.min(rows.size(), (page - 1) * size);
        var to = Math.min(rows.size(), from + size);
        return new PeoplePage<>(rows.subList(from, to), page, size, rows.size());
    }

    private Row row(Patron patron, Map<Long, Integer> counts) {
        var holds = holdings.isEmpty() ? Optional.<Integer>empty() : Optional.of(counts.getOrDefault(patron.id(), 0));
        return new Row(patron, holds);
    }

    private Map<Long, Integer> counts(List<Long> people) {
        var counts = new HashMap<Long, Integer>();
        for (var one : holdings) one.counts(people).forEach((id, count) -> counts.merge(id, count, Integer::sum));
        return counts;
    }
}
