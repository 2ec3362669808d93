package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.Site;
import org.carrel.catalog.imports.CopyPlanner.Target;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.KeyHashes;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.rules.Texts;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.ImportLineStore;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.catalog.store.RemovalStore;
import org.carrel.catalog.store.StoredBib;
import org.carrel.platform.PeopleFirst;
import org.carrel.platform.Sql;

/** Plans a chunk of records and writes it: records, versions, keys, copies, report lines and changes, all or nothing. */
final class ChunkWriter {
    private final BibStore bibs = new BibStore();
    private final ItemStore items = new ItemStore();
    private final PlaceStore places = new PlaceStore();
    private final ChangeLog changes = new ChangeLog();
    private final RemovalStore removals = new RemovalStore();
    private final PeopleFirst peopleFirst = new PeopleFirst();
    private final DeletionPlanner deletionPlanner;
    private final boolean acceptDeletions;
    private final Site site;
    private final long jobId;
    private final int thisYear;
    private final ImportSettings settings;
    private final BarcodeNumbers numbers;

    /** @param acceptDeletions whether titles leave the catalog as the file asks */
    ChunkWriter(Site site, long jobId, int thisYear, ImportSettings settings, boolean acceptDeletions) {
        this.site = site;
        this.acceptDeletions = acceptDeletions;
        this.deletionPlanner = new DeletionPlanner(site.id(), thisYear);
        this.jobId = jobId;
        this.thisYear = thisYear;
        this.settings = settings;
        this.numbers = new BarcodeNumbers(settings.barcodes(), items);
    }

    /** Writes the first records of the chunk, at least one, and says how many these were. */
    int write(Connection connection, List<Taken> chunk) throws SQLException {
        Sql.first(connection, "select id from import_turn for update", row -> row.getInt(1));
        var titles = Taken.titles(chunk);
        var decisions = titles.isEmpty() ? List.<Decision>of() : planner().decide(connection, titles);
        peopleFirst.standAside();
        var targets = targets(connection, decisions);
        var plans = copyPlans(connection, decisions, targets);
        peopleFirst.standAside();
        writeRecords(connection, decisions, targets);
        peopleFirst.standAside();
        writeCopies(connection, plans);
        peopleFirst.standAside();
        var results = results(decisions, targets, plans);
        var changed = changed(results, targets);
        var deletions = delete(connection, Taken.deletions(chunk), changed);
        var lines = Taken.lines(chunk, ResultLines.of(connection, items, results), deletions);
        ImportLineStore.LOG.add(connection, jobId, lines);
        changes.append(connection, changed);
        return lines.size();
    }

    /** No chunk has both deletions and titles, so none of these can be in each other's way. */
    private List<DeletionPlan> delete(Connection connection, List<Incoming> requests, Set<Long> changed)
            throws SQLException {
        var first = deletionPlanner.plan(connection, requests, request -> List.of());
        if (!acceptDeletions) return first;
        // Whoever lends a copy meanwhile was first, or comes too late: decided again behind the lock.
        removals.lockCopies(connection, meant(first));
        var plans = deletionPlanner.plan(connection, requests, request -> List.of());
        var ids = meant(plans);
        removals.remove(connection, ids, jobId);
        changed.addAll(ids);
        return plans.stream().map(plan -> plan.canBeDone() ? plan.done() : plan).toList();
    }

    private static List<Long> meant(List<DeletionPlan> plans) {
        return plans.stream()
                .filter(DeletionPlan::canBeDone)
                .flatMap(plan -> plan.met().stream())
                .map(Decision.Met::bibId)
                .distinct()
                .toList();
    }

    private Planner planner() {
        return new Planner(bibs, thisYear, jobId, settings.overlay());
    }

    private void writeCopies(Connection connection, List<CopyPlan> plans) throws SQLException {
        items.add(connection, withIds(connection, plans), jobId);
        var updated = plans.stream().flatMap(plan -> plan.updated().stream()).toList();
        items.update(connection, updated, jobId);
    }

    private List<Target> targets(Connection connection, List<Decision> decisions) throws SQLException {
        var news =
                (int) decisions.stream().filter(Decision.Add.class::isInstance).count();
        var ids = bibs.nextIds(connection, news).iterator();
        return decisions.stream()
                .map(decision -> switch (decision) {
                    case Decision.Add add -> new Target(add.incoming(), ids.next(), true);
                    case Decision.Overlay overlay -> new Target(overlay.incoming(), overlay.bibId(), false);
                    case Decision.Same same -> new Target(same.incoming(), same.bibId(), false);
                })
                .toList();
    }

    private List<CopyPlan> copyPlans(Connection connection, List<Decision> decisions, List<Target> targets)
            throws SQLException {
        var here = new Places(connection, places, site, settings, true, new Unknowns());
        numbers.begin();
        var planner = new CopyPlanner(connection, here, items, targets, new HashMap<>(), numbers);
        var plans = new ArrayList<CopyPlan>();
        for (var i = 0; i < targets.size(); i++) {
            var again = decisions.get(i) instanceof Decision.Same same && same.again();
            plans.add(again ? CopyPlanner.untouched(targets.get(i)) : planner.plan(targets.get(i)));
        }
        return plans;
    }

    private void writeRecords(Connection connection, List<Decision> decisions, List<Target> targets)
            throws SQLException {
        var added = new ArrayList<StoredBib>();
        var replaced = new ArrayList<StoredBib>();
        Map<Long, List<Long>> keys = new HashMap<>();
        for (var i = 0; i < decisions.size(); i++) {
            var target = targets.get(i);
            switch (decisions.get(i)) {
                case Decision.Add add -> {
                    added.add(row(
                            target, target.incoming().bib(), target.incoming().json()));
                    keys.put(target.bibId(), target.incoming().keys());
                }
                case Decision.Overlay overlay -> {
                    var bib = RecordMapping.matchFacts(overlay.merged(), thisYear);
                    replaced.add(row(target, bib, MarcJson.write(overlay.merged())));
                    keys.put(target.bibId(), KeyHashes.of(bib));
                }
                case Decision.Same same -> {}
            }
        }
        bibs.add(connection, added);
        bibs.replace(connection, replaced);
        bibs.addKeys(connection, keys);
    }

    private StoredBib row(Target target, BibRecord bib, String json) {
        var entry = target.incoming().entry();
        return new StoredBib(
                target.bibId(),
                Texts.cut(bib.identifiers().source(), 64),
                Texts.cut(bib.identifiers().controlNumber(), 190),
                Texts.cut(bib.titles().main(), 500),
                1,
                json,
                entry.original(),
                entry.format().name(),
                entry.encoding().found().name(),
                target.incoming().hash(),
                jobId);
    }

    private List<org.carrel.catalog.store.Copy> withIds(Connection connection, List<CopyPlan> plans)
            throws SQLException {
        var added = plans.stream().flatMap(plan -> plan.added().stream()).toList();
        var ids = items.nextIds(connection, added.size()).iterator();
        return added.stream().map(copy -> copy.as(ids.next())).toList();
    }

    private static List<Result> results(List<Decision> decisions, List<Target> targets, List<CopyPlan> plans) {
        var results = new ArrayList<Result>();
        for (var i = 0; i < decisions.size(); i++) {
            results.add(Result.of(decisions.get(i), targets.get(i).bibId(), plans.get(i)));
        }
        return results;
    }

    private static LinkedHashSet<Long> changed(List<Result> results, List<Target> targets) {
        var changed = new LinkedHashSet<Long>();
        for (var i = 0; i < results.size(); i++) {
            if (results.get(i).outcome() != Outcome.SAME)
                changed.add(targets.get(i).bibId());
        }
        return changed;
    }
}
