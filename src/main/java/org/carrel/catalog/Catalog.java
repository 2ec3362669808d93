package org.carrel.catalog;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.OtherForms;
import org.carrel.catalog.rules.RecordHeadings;
import org.carrel.catalog.rules.RecordHeadings.Heading;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.rules.WorkRules;
import org.carrel.catalog.store.AuthorityStore;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.WorkStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** The bibliographic records of all sites, and the log of what changed. */
@Door
public class Catalog {
    private static final int PAGE = 500;

    private final Database database;
    private final Clock clock;
    private final BibStore bibs = new BibStore();
    private final ItemStore items = new ItemStore();
    private final ChangeLog changes = new ChangeLog();
    private final WorkStore works = new WorkStore();
    private final AuthorityStore authorities = new AuthorityStore();

    @Inject
    public Catalog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The record with its holdings; empty when there is none or it was deleted. */
    public Optional<CatalogRecord> find(long id) {
        return records(List.of(id)).stream().findFirst();
    }

    /** The MARC record as we use it; empty when there is none. */
    public Optional<MarcRecord> marc(long id) {
        return database.read(connection -> Optional.ofNullable(
                        bibs.findMarc(connection, List.of(id)).get(id)))
                .map(MarcJson::read);
    }

    /** Those of the records that exist, in the order of {@code ids}. */
    public List<CatalogRecord> records(Collection<Long> ids) {
        return database.read(connection -> load(connection, ids));
    }

    private List<CatalogRecord> load(Connection connection, Collection<Long> ids) throws SQLException {
        var marc = bibs.findMarc(connection, ids);
        var holdings = items.findByRecord(connection, ids);
        var added = bibs.findAdded(connection, ids);
        var thisYear = Year.now(clock).getValue();
        var records = new ArrayList<CatalogRecord>();
        var read = new LinkedHashMap<Long, MarcRecord>();
        for (var id : ids) {
            var json = marc.get(id);
            if (json != null) read.put(id, MarcJson.read(json));
        }
        var forms = otherForms(connection, read);
        for (var each : read.entrySet()) {
            var id = each.getKey();
            var since = added.getOrDefault(id, Instant.EPOCH);
            records.add(new CatalogRecord(
                    id,
                    RecordMapping.map(each.getValue(), thisYear),
                    holdings.getOrDefault(id, List.of()),
                    since,
                    WorkRules.key(each.getValue()),
                    forms.getOrDefault(id, List.of())));
        }
        return decided(connection, records);
    }

    private Map<Long, List<OtherForm>> otherForms(Connection connection, Map<Long, MarcRecord> records)
            throws SQLException {
        if (records.isEmpty() || authorities.isEmpty(connection)) return Map.of();
        var headings = new HashMap<Long, List<Heading>>();
        records.forEach((id, record) -> headings.put(id, RecordHeadings.of(record)));
        var keys = headings.values().stream()
                .flatMap(List::stream)
                .flatMap(heading -> Stream.of(heading.mainKey(), heading.wholeKey()))
                .collect(Collectors.toSet());
        var led = authorities.findAuthorities(connection, keys);
        var forms = new HashMap<Long, List<OtherForm>>();
        headings.forEach((id, each) -> forms.put(id, OtherForms.of(each, led)));
        return forms;
    }

    /** What a person said about a record's work counts more than the rule. */
    private List<CatalogRecord> decided(Connection connection, List<CatalogRecord> records) throws SQLException {
        var decisions =
                works.find(connection, records.stream().map(CatalogRecord::id).toList());
        var hashes = new HashMap<String, Long>();
        for (var record : records) if (!record.work().isEmpty()) hashes.computeIfAbsent(record.work(), WorkStore::hash);
        var sets = works.findSetsOfKeys(connection, Set.copyOf(hashes.values()));
        if (decisions.isEmpty() && sets.isEmpty()) return records;
        return records.stream()
                .map(record -> {
                    var decision = decisions.get(record.id());
                    var set = decision != null ? Long.valueOf(decision.set()) : sets.get(hashes.get(record.work()));
                    return set == null ? record : record.ofWork("set " + set);
                })
                .toList();
    }

    /** How many records there are. */
    public long size() {
        return database.read(bibs::count);
    }

    /** The identity of this database: an index built from another one is not ours. */
    public String databaseId() {
        return database.read(changes::databaseId);
    }

    /** The number of the newest change, 0 before the first. Everything up to it is visible: changes commit in order. */
    public long lastChange() {
        numberAnnounced();
        return database.read(changes::last);
    }

    /** Changes after this number, oldest first. A record changed twice is listed once, at its newest number. */
    public List<Change> changesAfter(long number, int limit) {
        numberAnnounced();
        return database.read(connection -> changes.findAfter(connection, number, limit));
    }

    /** Records that were deleted meanwhile have numbers too: whoever follows then finds nothing and forgets them. */
    private void numberAnnounced() {
        if (!database.read(changes::isAnnounced)) return;
        database.transaction(connection -> {
            changes.numberAnnounced(connection);
            return true;
        });
    }

    /** Every record, by id, in bounded memory: for building an index anew. Not one moment's state: changes go on. */
    public void forEach(Consumer<CatalogRecord> consumer) {
        for (var after = 0L; ; ) {
            var last = after;
            var ids = database.read(connection -> bibs.findIdsAfter(connection, last, PAGE));
            if (ids.isEmpty()) return;
            records(ids).forEach(consumer);
            after = ids.getLast();
        }
    }

    /** The record {@code bibId} or its holdings changed, or it was deleted ({@link #records} then leaves it out). */
    public record Change(long number, long bibId) {}
}
