package org.carrel.catalog.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.rules.Candidate;
import org.carrel.catalog.rules.MatchDecision;
import org.carrel.catalog.rules.Matching;

/**
 * What a rehearsal remembers of the file's earlier records, since it writes nothing that a later one could be matched
 * with. Holds only what matching needs.
 */
final class FileMemory {
    private final Map<Long, List<Integer>> byKey = new HashMap<>();
    private final List<Remembered> records = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals only
    private record Remembered(BibRecord bib, byte[] hash, int line) {}

    /** How an earlier record of the file was met; its id is negative, so that it is none of the catalog's. */
    record Met(long id, boolean same, MatchDecision decision, BibRecord bib, Optional<Long> twin) {}

    /** Remembers the record and returns its id. */
    long add(Incoming incoming) {
        records.add(new Remembered(
                MatchFacts.of(incoming.bib()),
                incoming.hash(),
                incoming.entry().at().number()));
        var index = records.size() - 1;
        incoming.keys().forEach(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>(1))
                .add(index));
        return idOf(index);
    }

    /** Empty when no earlier record shares a key. */
    Optional<Met> meet(Incoming incoming) {
        var indexes = indexes(incoming);
        if (indexes.isEmpty()) return Optional.empty();
        for (var index : indexes) {
            var earlier = records.get(index);
            if (Arrays.equals(earlier.hash(), incoming.hash())) {
                return Optional.of(
                        new Met(idOf(index), true, new MatchDecision.NoMatch(), earlier.bib(), Optional.empty()));
            }
        }
        var candidates = candidates(incoming);
        var decision = Matching.decide(incoming.bib(), candidates);
        var id =
                switch (decision) {
                    case MatchDecision.Match match -> match.id();
                    case MatchDecision.Conflict conflict -> conflict.id();
                    case MatchDecision.NoMatch none -> candidates.getFirst().id();
                };
        var twin = Matching.twin(incoming.bib(), candidates);
        return Optional.of(
                new Met(id, false, decision, records.get((int) (-id - 1)).bib(), twin));
    }

    private List<Integer> indexes(Incoming incoming) {
        return incoming.keys().stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .distinct()
                .toList();
    }

    /** The earlier records that share a key. */
    List<Candidate> candidates(Incoming incoming) {
        return indexes(incoming).stream()
                .map(index -> new Candidate(idOf(index), records.get(index).bib()))
                .toList();
    }

    /** The number in the file of the record with this id. */
    int line(long id) {
        return records.get((int) (-id - 1)).line();
    }

    private static long idOf(int index) {
        return -index - 1L;
    }
}
