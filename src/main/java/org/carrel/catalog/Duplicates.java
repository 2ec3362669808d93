package org.carrel.catalog;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.carrel.catalog.DuplicateGroup.Reason;
import org.carrel.catalog.DuplicateGroup.Row;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.Candidate;
import org.carrel.catalog.rules.DuplicateRules;
import org.carrel.catalog.rules.DuplicateRules.Group;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.DuplicateStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.jspecify.annotations.Nullable;

/** Records that are in the catalog twice, as far as the rules by which imports recognise records can tell. */
@Door
public class Duplicates {
    /** More keys are not looked at: what is found first is merged first. */
    private static final int MOST_KEYS = 5_000;

    private static final int AT_ONCE = 500;

    private final Database database;
    private final Clock clock;
    private final DuplicateStore store = new DuplicateStore();
    private final BibStore bibs = new BibStore();
    private final ChangeLog changes = new ChangeLog();
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    /** An answer stays right until a record changes, or somebody says that two are two. */
    private record Kept(long change, Set<List<Long>> dismissed, List<DuplicateGroup> groups) {}

    @Inject
    public Duplicates(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The surest first. */
    public List<DuplicateGroup> groups() {
        return database.read(connection -> {
            var change = changes.last(connection);
            var dismissed = store.findDismissed(connection);
            var before = kept.get();
            if (before != null
                    && before.change() == change
                    && before.dismissed().equals(dismissed)) return before.groups();
            var groups = groups(connection, dismissed);
            kept.set(new Kept(change, dismissed, groups));
            return groups;
        });
    }

    private List<DuplicateGroup> groups(Connection connection, Set<List<Long>> dismissed) throws SQLException {
        var sharing = store.findSharing(connection, MOST_KEYS);
        var ids = new TreeSet<Long>();
        sharing.values().forEach(ids::addAll);
        var records = records(connection, ids);
        var lists = sharing.values().stream()
                .map(list -> list.stream()
                        .flatMap(id ->
                                Optional.ofNullable(records.get(id)).map(record -> new Candidate(id, record)).stream())
                        .toList())
                .filter(list -> list.size() > 1)
                .toList();
        var found = DuplicateRules.groups(lists, (one, other) -> dismissed.contains(List.of(one, other)));
        var copies = store.countCopies(
                connection,
                found.stream().flatMap(group -> group.records().stream()).toList());
        return found.stream().map(group -> group(group, records, copies)).toList();
    }

    private Map<Long, BibRecord> records(Connection connection, Collection<Long> ids) throws SQLException {
        var thisYear = Year.now(clock).getValue();
        var records = new HashMap<Long, BibRecord>();
        var all = new ArrayList<>(ids);
        for (var from = 0; from < all.size(); from += AT_ONCE)
            bibs.findMarc(connection, all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .forEach((id, marc) -> records.put(id, RecordMapping.matchFacts(MarcJson.read(marc), thisYear)));
        return records;
    }

    private static DuplicateGroup group(Group group, Map<Long, BibRecord> records, Map<Long, Integer> copies) {
        var rows = new ArrayList<Row>();
        for (var id : group.records()) {
            var record = records.get(id);
            if (record == null) continue;
            rows.add(new Row(
                    id,
                    record.titles().main(),
                    record.names().main(),
                    record.publication().publisher(),
                    record.publication().year(),
                    record.identifiers().isbns().stream().sorted().toList(),
                    copies.getOrDefault(id, 0)));
        }
        var why = group.pairs().stream()
                .map(pair -> new Reason(pair.key().kind().name(), pair.key().value()))
                .distinct()
                .toList();
        return new DuplicateGroup(group.score(), rows, why);
    }

    /** No two of these are one edition, and nobody is asked again. @param account of who says so */
    public void dismiss(Collection<Long> records, long account) {
        var ids = new ArrayList<>(new TreeSet<>(records));
        database.transaction(connection -> {
            for (var i = 0; i < ids.size(); i++)
                for (var j = i + 1; j < ids.size(); j++)
                    store.dismiss(connection, ids.get(i), ids.get(j), account, clock.instant());
            return ids.size();
        });
    }
}
