package org.carrel.patrons;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

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

    /** Ids of what moves from one person to the other; source ids are texts of the roster. */
    public record Moved(List<Long> cards, List<Long> blocks, List<Long> enrolments, List<String> sourcedIds)
            implements Serializable {
        public Moved {
            cards = List.copyOf(cards);
            blocks = List.copyOf(blocks);
            enrolments = List.copyOf(enrolments);
            sourcedIds = List.copyOf(sourcedIds);
        }
    }
}
