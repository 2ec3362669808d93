package org.carrel.patrons;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Two who were found to be one: what the other one had is this one's now.
 *
 * @param merged number of the other one, who is kept as a pointer
 * @param name of the other one
 * @param fields that were empty and are the other one's now
 */
public record PatronMerge(long merged, String name, Instant at, String by, Moved moved, List<PatronField> fields)
        implements Serializable {
    public PatronMerge {
        fields = List.copyOf(fields);
    }

    PatronMerge with(Map<String, List<Long>> held) {
        return new PatronMerge(merged, name, at, by, moved.with(held), fields);
    }

    /**
     * Ids of what moves from one person to the other; source ids are texts of the roster.
     *
     * @param holdings by {@link PatronHoldings#kind}
     */
    public record Moved(
            List<Long> cards,
            List<Long> blocks,
            List<Long> enrolments,
            List<String> sourcedIds,
            Map<String, List<Long>> holdings)
            implements Serializable {
        public Moved {
            cards = List.copyOf(cards);
            blocks = List.copyOf(blocks);
            enrolments = List.copyOf(enrolments);
            sourcedIds = List.copyOf(sourcedIds);
            holdings = Map.copyOf(holdings);
        }

        /** How many things of the library. */
        public int held() {
            return holdings.values().stream().mapToInt(List::size).sum();
        }

        Moved with(Map<String, List<Long>> held) {
            return new Moved(cards, blocks, enrolments, sourcedIds, held);
        }
    }
}
