package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.carrel.catalog.rules.MatchDecision.Match;

/** Records of the catalog that are most likely one edition: what an import would have recognised. Pure. */
public final class DuplicateRules {
    /** Of so many records with one key each is compared with each; of more, those of years near each other. */
    private static final int EACH_WITH_EACH = 40;

    private DuplicateRules() {}

    /** Two records and by what they are one. The lower number stands first. */
    public record Pair(long one, long other, MatchKey key) {}

    /** @param pairs by what its records are one, the surest first */
    public record Group(List<Long> records, List<Pair> pairs) {
        public int score() {
            return pairs.getFirst().key().score();
        }
    }

    /**
     * The surest first.
     *
     * @param sharing records that share a key, a list for each key
     * @param dismissed two numbers, the lower first: somebody has said that these are two
     */
    public static List<Group> groups(Collection<List<Candidate>> sharing, BiPredicate<Long, Long> dismissed) {
        var pairs = new LinkedHashMap<List<Long>, Pair>();
        for (var records : sharing) pairs(records, dismissed, pairs);
        var groups = new ArrayList<Group>();
        for (var records : together(pairs.keySet())) {
            var own = pairs.values().stream()
                    .filter(pair -> records.contains(pair.one()))
                    .sorted(Comparator.comparingInt((Pair pair) -> pair.key().score())
                            .reversed()
                            .thenComparingLong(Pair::one)
                            .thenComparingLong(Pair::other))
                    .toList();
            groups.add(new Group(List.copyOf(records), own));
        }
        groups.sort(Comparator.comparingInt(Group::score).reversed().thenComparing(group -> group.records()
                .getFirst()));
        return groups;
    }

    private static void pairs(List<Candidate> records, BiPredicate<Long, Long> dismissed, Map<List<Long>, Pair> found) {
        var sorted = records.stream()
                .sorted(Comparator.comparingInt(DuplicateRules::year).thenComparingLong(Candidate::id))
                .toList();
        for (var i = 0; i < sorted.size(); i++) {
            var last = Math.min(sorted.size(), i + EACH_WITH_EACH);
            for (var j = i + 1; j < last; j++) {
                var one = sorted.get(i).id() < sorted.get(j).id() ? sorted.get(i) : sorted.get(j);
                var other = one == sorted.get(i) ? sorted.get(j) : sorted.get(i);
                var ids = List.of(one.id(), other.id());
                if (found.containsKey(ids) || dismissed.test(one.id(), other.id())) continue;
                pair(one, other).ifPresent(pair -> found.put(ids, pair));
            }
        }
    }

    private static int year(Candidate candidate) {
        return candidate.record().publication().year().orElse(0);
    }

    private static Optional<Pair> pair(Candidate one, Candidate other) {
        return Matching.decide(one.record(), List.of(other)) instanceof Match match
                ? Optional.of(new Pair(one.id(), other.id(), match.key()))
                : Optional.empty();
    }

    /** Those that hang together by any pairs. */
    private static Collection<Set<Long>> together(Collection<List<Long>> pairs) {
        var groupOf = new HashMap<Long, Set<Long>>();
        for (var pair : pairs) {
            var joined = new TreeSet<>(pair);
            for (var id : pair) joined.addAll(groupOf.getOrDefault(id, Set.of()));
            for (var id : joined) groupOf.put(id, joined);
        }
        return new LinkedHashSet<>(groupOf.values());
    }
}
