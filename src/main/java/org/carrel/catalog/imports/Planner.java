package org.carrel.catalog.imports;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.imports.Decision.Met;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.Candidate;
import org.carrel.catalog.rules.MatchDecision;
import org.carrel.catalog.rules.MatchKey;
import org.carrel.catalog.rules.Matching;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.rules.RecordMerge;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.BibStore.Known;

/** Decides for a chunk of records what each is to the catalog: new, an overlay, the same, or too like to tell. */
final class Planner {
    private final BibStore bibs;
    private final int thisYear;
    /** The import at work, 0 for a rehearsal: a match within the same file is joined, not overlaid. */
    private final long jobId;

    private final List<OverlayRow> overlay;

    Planner(BibStore bibs, int thisYear, long jobId, List<OverlayRow> overlay) {
        this.bibs = bibs;
        this.thisYear = thisYear;
        this.jobId = jobId;
        this.overlay = overlay;
    }

    /**
     * Decides the records in order, up to the first one that meets a record this chunk already decided about: that one
     * and what follows belong to the next chunk. Decides at least one.
     */
    List<Decision> decide(Connection connection, List<Incoming> chunk) throws SQLException {
        var keys = new LinkedHashSet<Long>();
        chunk.forEach(incoming -> keys.addAll(incoming.keys()));
        var byKey = bibs.findByKey(connection, keys);
        var ids = new HashSet<Long>();
        byKey.values().forEach(ids::addAll);
        var known = bibs.findKnown(connection, ids);
        var mapped = new HashMap<Long, BibRecord>();
        var decisions = new ArrayList<Decision>();
        var touched = new HashSet<Long>();
        for (var incoming : chunk) {
            var decision = decide(incoming, candidates(incoming, byKey), known, mapped);
            if (decision instanceof Decision.Overlay overlay && !touched.add(overlay.bibId())) break;
            decisions.add(decision);
        }
        return decisions;
    }

    private static Set<Long> candidates(Incoming incoming, Map<Long, List<Long>> byKey) {
        var ids = new LinkedHashSet<Long>();
        incoming.keys().forEach(key -> ids.addAll(byKey.getOrDefault(key, List.of())));
        return ids;
    }

    private Decision decide(Incoming incoming, Set<Long> ids, Map<Long, Known> known, Map<Long, BibRecord> mapped) {
        var found = ids.stream().map(known::get).filter(one -> one != null).toList();
        for (var one : found) {
            if (Arrays.equals(one.incomingHash(), incoming.hash())) {
                return new Decision.Same(incoming, one.id(), true, Optional.empty());
            }
        }
        var candidates = found.stream()
                .map(one -> new Candidate(one.id(), mapped.computeIfAbsent(one.id(), id -> map(one))))
                .toList();
        var twin = Matching.twin(incoming.bib(), candidates);
        return switch (Matching.decide(incoming.bib(), candidates)) {
            case MatchDecision.Match match ->
                overlay(incoming, requireNonNull(known.get(match.id())), new Met(match.id(), match.key()));
            case MatchDecision.Conflict conflict ->
                Decision.Add.conflict(
                        incoming,
                        Conflicts.of(conflict, titleOf(mapped, conflict.id())),
                        new Met(conflict.id(), conflict.key()),
                        twin);
            case MatchDecision.NoMatch none -> sameNumberInFile(incoming, found, mapped, twin);
        };
    }

    private BibRecord map(Known one) {
        return RecordMapping.matchFacts(MarcJson.read(one.marc()), thisYear);
    }

    private Decision overlay(Incoming incoming, Known existing, Met met) {
        var before = MarcJson.read(existing.marc());
        MarcRecord merged = existing.importJobId() == jobId
                ? RecordMerge.join(before, incoming.entry().record())
                : RecordMerge.overlay(before, incoming.entry().record(), overlay);
        if (merged.equals(before)) return new Decision.Same(incoming, existing.id(), false, Optional.of(met));
        return new Decision.Overlay(incoming, existing.id(), merged, Optional.of(met));
    }

    /** Without 003 a control number proves nothing between files; twice in one file it is worth a look. */
    private Decision sameNumberInFile(
            Incoming incoming, List<Known> found, Map<Long, BibRecord> mapped, Optional<Long> twin) {
        var number = incoming.bib().identifiers().controlNumber();
        for (var one : found) {
            var bib = mapped.get(one.id());
            if (one.importJobId() != jobId || bib == null || number.isEmpty()) continue;
            if (!bib.identifiers().controlNumber().equals(number)) continue;
            var met = new Met(one.id(), new MatchKey(MatchKey.Kind.CONTROL_NUMBER, number));
            var why = Conflicts.sameControlNumber(number, bib.titles().main());
            return Decision.Add.conflict(incoming, why, met, twin);
        }
        return Decision.Add.plain(incoming, twin);
    }

    private static String titleOf(Map<Long, BibRecord> mapped, long id) {
        var bib = mapped.get(id);
        return bib == null ? "" : bib.titles().main();
    }
}
