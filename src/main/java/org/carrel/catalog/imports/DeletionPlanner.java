package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carrel.catalog.Finding;
import org.carrel.catalog.imports.Decision.Met;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.Candidate;
import org.carrel.catalog.rules.DeletionMatch;
import org.carrel.catalog.rules.DeletionMatching;
import org.carrel.catalog.rules.MatchKey;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.RemovalStore;
import org.carrel.catalog.store.RemovalStore.Keeper;

/** Decides which titles the requests of a chunk mean, and whether these can be deleted. */
final class DeletionPlanner {
    private final BibStore bibs = new BibStore();
    private final RemovalStore removals = new RemovalStore();
    private final int siteId;
    private final int thisYear;

    /** A file deletes nothing that another site than {@code siteId} has copies of. */
    DeletionPlanner(int siteId, int thisYear) {
        this.siteId = siteId;
        this.thisYear = thisYear;
    }

    /** @param ofFile earlier records of the file that share a key and are not in the catalog yet */
    List<DeletionPlan> plan(Connection connection, List<Incoming> requests, Function<Incoming, List<Candidate>> ofFile)
            throws SQLException {
        if (requests.isEmpty()) return List.of();
        var ofCatalog = candidates(connection, requests);
        var matches = new ArrayList<Matched>();
        for (var request : requests) {
            var candidates = new ArrayList<Candidate>(ofFile.apply(request));
            request.keys().forEach(key -> candidates.addAll(ofCatalog.getOrDefault(key, List.of())));
            var distinct = candidates.stream().distinct().toList();
            matches.add(new Matched(request, distinct, DeletionMatching.decide(request.bib(), distinct)));
        }
        var certain = matches.stream()
                .filter(one -> one.match() instanceof DeletionMatch.Certain)
                .map(one -> ((DeletionMatch.Certain) one.match()).id())
                .toList();
        var keepers = removals.findKeepers(connection, certain, siteId);
        return matches.stream().map(matched -> plan(matched, keepers)).toList();
    }

    private record Matched(Incoming request, List<Candidate> candidates, DeletionMatch match) {
        String titleOf(long id) {
            return candidates.stream()
                    .filter(candidate -> candidate.id() == id)
                    .map(candidate -> candidate.record().titles().main())
                    .findFirst()
                    .orElse("");
        }
    }

    /** By key hash. */
    private Map<Long, List<Candidate>> candidates(Connection connection, List<Incoming> requests) throws SQLException {
        var keys = new HashSet<Long>();
        requests.forEach(request -> keys.addAll(request.keys()));
        var byKey = bibs.findByKey(connection, keys);
        var ids = new HashSet<Long>();
        byKey.values().forEach(ids::addAll);
        var mapped = new HashMap<Long, Candidate>();
        bibs.findMarc(connection, ids)
                .forEach((id, marc) ->
                        mapped.put(id, new Candidate(id, RecordMapping.matchFacts(MarcJson.read(marc), thisYear))));
        var candidates = new HashMap<Long, List<Candidate>>();
        byKey.forEach((key, found) -> candidates.put(
                key,
                found.stream()
                        .flatMap(id -> Optional.ofNullable(mapped.get(id)).stream())
                        .toList()));
        return candidates;
    }

    private static DeletionPlan plan(Matched matched, Map<Long, Keeper> keepers) {
        var request = matched.request();
        var number = request.bib().identifiers().controlNumber();
        return switch (matched.match()) {
            case DeletionMatch.None none ->
                new DeletionPlan(request, new Finding(ImportProblem.DELETION_NOT_THERE, number, ""), Optional.empty());
            case DeletionMatch.Unsure unsure ->
                plan(matched, ImportProblem.DELETION_UNSURE, shown(unsure.key()), unsure.id(), unsure.key());
            case DeletionMatch.Certain certain -> {
                var keeper = keepers.get(certain.id());
                if (keeper == null) {
                    yield plan(matched, ImportProblem.DELETION_ASKED, number, certain.id(), certain.key());
                }
                yield keeper.lent()
                        ? plan(matched, ImportProblem.DELETION_LENT, keeper.name(), certain.id(), certain.key())
                        : plan(
                                matched,
                                ImportProblem.DELETION_ELSEWHERE,
                                keeper.siteName(),
                                certain.id(),
                                certain.key());
            }
        };
    }

    private static DeletionPlan plan(Matched matched, ImportProblem problem, String place, long id, MatchKey key) {
        return new DeletionPlan(
                matched.request(), new Finding(problem, place, matched.titleOf(id)), Optional.of(new Met(id, key)));
    }

    /** The key of a title is folded for the machine: of it only the words are shown. */
    private static String shown(MatchKey key) {
        var end = key.kind() == MatchKey.Kind.TITLE ? key.value().indexOf('|') : -1;
        return end < 0 ? key.value() : key.value().substring(0, end);
    }
}
