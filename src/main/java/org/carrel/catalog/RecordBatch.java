package org.carrel.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many records or copies that are changed at once.
 *
 * @param words the search, the number of the import; empty for barcodes
 * @param by who asked; empty for an account that is no more
 * @param total how many records or copies
 * @param planned what would become of them, as far as that is known; what does not occur is left out
 * @param done what became of them, likewise
 * @param undone what taking it back did, likewise
 * @param unknown barcodes that are on no copy
 */
public record RecordBatch(
        long number,
        BatchStep step,
        Source source,
        String words,
        State state,
        Instant at,
        Optional<String> by,
        int total,
        Map<Outcome, Integer> planned,
        Map<Outcome, Integer> done,
        Map<Undone, Integer> undone,
        List<String> unknown) {
    public RecordBatch {
        planned = Map.copyOf(planned);
        done = Map.copyOf(done);
        undone = Map.copyOf(undone);
        unknown = List.copyOf(unknown);
    }

    /** Where its records or copies come from. */
    public enum Source {
        SEARCH,
        BARCODES,
        IMPORT,
        MERGE
    }

    /** How far it is. */
    public enum State {
        /** Looked at, line by line. */
        PLANNING,
        /** Waits for somebody to say yes. */
        PLANNED,
        RUNNING,
        DONE,
        UNDOING,
        UNDONE,
        /** Let go before anything was changed. */
        DROPPED;

        /** Whether the server is at it. */
        public boolean isMoving() {
            return this == PLANNING || this == RUNNING || this == UNDOING;
        }
    }

    /** What becomes of a line. */
    public enum Outcome {
        CHANGED,
        /** There was nothing to change. */
        SAME,
        REFUSED
    }

    /** What taking it back did to a line that was changed. */
    public enum Undone {
        RESTORED,
        /** Somebody has changed it since: it stays as they made it. */
        EDITED_SINCE,
        GONE
    }

    public int planned(Outcome outcome) {
        return planned.getOrDefault(outcome, 0);
    }

    public int done(Outcome outcome) {
        return done.getOrDefault(outcome, 0);
    }

    public int undone(Undone outcome) {
        return undone.getOrDefault(outcome, 0);
    }

    /** How many lines the present work has behind it. */
    public int behind() {
        var counts =
                switch (state) {
                    case PLANNING, PLANNED, DROPPED -> planned.values();
                    case RUNNING, DONE -> done.values();
                    case UNDOING, UNDONE -> undone.values();
                };
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
