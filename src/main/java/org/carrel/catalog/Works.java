package org.carrel.catalog;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.WorkRules;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.WorkStore;
import org.carrel.catalog.store.WorkStore.Decided;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.jspecify.annotations.Nullable;

/**
 * What the librarian says about editions of one work. It counts more than the rule, and outlives whatever imports do to the
 * records. Search follows as it follows every change, and the audit trail keeps who said it.
 */
@Door
public class Works {
    /** What an entry of the trail has room for. */
    private static final int MOST_NAMED = 150;

    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final WorkStore works = new WorkStore();
    private final BibStore bibs = new BibStore();
    private final ChangeLog changes = new ChangeLog();

    @Inject
    public Works(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** Those of the records about which something was decided. */
    public Set<Long> decided(Collection<Long> bibIds) {
        return database.read(
                connection -> Set.copyOf(works.find(connection, bibIds).keySet()));
    }

    /**
     * From now on these are editions of one work, and whatever belongs to one of them by an earlier decision with them. A
     * later edition that the rule counts to one of them belongs to all.
     *
     * @param actor account
     */
    public void join(Collection<Long> bibIds, long actor) {
        change("works_joined", actor, connection -> {
            var before = works.find(connection, bibIds);
            var sets = before.values().stream().map(Decided::set).collect(Collectors.toSet());
            var others = works.findOfSets(connection, sets);
            var all = new TreeSet<>(bibIds);
            all.addAll(others.keySet());
            var set = works.nextSet(connection);
            var keys = keys(connection, all);
            var decisions = new ArrayList<Decided>();
            for (var id : all) {
                var earlier = others.get(id);
                if (earlier != null) decisions.add(new Decided(id, set, earlier.keyHash()));
                else if (keys.containsKey(id)) decisions.add(new Decided(id, set, hash(keys.get(id))));
            }
            works.put(connection, decisions, clock.instant());
            return all;
        });
    }

    private static @Nullable Long hash(String key) {
        return key.isEmpty() ? null : WorkStore.hash(key);
    }

    /** From now on each of these stands alone, whatever the rule says. @param actor account */
    public void split(Collection<Long> bibIds, long actor) {
        change("works_split", actor, connection -> {
            var there = bibs.findMarc(connection, bibIds).keySet();
            var decisions = new ArrayList<Decided>();
            for (var id : new TreeSet<>(there)) decisions.add(new Decided(id, works.nextSet(connection), null));
            works.put(connection, decisions, clock.instant());
            return there;
        });
    }

    /** The rule alone counts again for these. @param actor account */
    public void forget(Collection<Long> bibIds, long actor) {
        change("works_left_to_rule", actor, connection -> {
            works.forget(connection, bibIds);
            return bibIds;
        });
    }

    /** Work that answers with the records that search must look at again. */
    @FunctionalInterface
    private interface Change {
        Collection<Long> on(Connection connection) throws SQLException;
    }

    private void change(String action, long actor, Change change) {
        database.transaction(connection -> {
            works.lock(connection);
            var records = new TreeSet<>(change.on(connection));
            changes.append(connection, records);
            if (!records.isEmpty()) tell(connection, actor, action, records);
            return true;
        });
    }

    /** Under the record that was there first; the others are named with it. */
    private void tell(Connection connection, long actor, String action, SortedSet<Long> records) throws SQLException {
        var named = Json.createArrayBuilder();
        records.stream().limit(MOST_NAMED).forEach(named::add);
        var payload = Json.createObjectBuilder().add("records", named).build().toString();
        var subject = Optional.of(new Subject("record", records.getFirst()));
        audit.add(connection, OptionalLong.of(actor), action, subject, Optional.of(payload));
    }

    /** What the rule makes of each record that is there. */
    private Map<Long, String> keys(Connection connection, Collection<Long> ids) throws SQLException {
        return bibs.findMarc(connection, ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> WorkRules.key(MarcJson.read(entry.getValue()))));
    }
}
