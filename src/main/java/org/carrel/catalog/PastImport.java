package org.carrel.catalog;

import java.time.Instant;
import java.util.Map;
import org.carrel.catalog.ImportReport.Outcome;

/**
 * An import as the list of imports shows it.
 *
 * @param refused why the file as a whole was not taken, a sentence in English; empty when it was
 * @param outcomes how many records came to each; of the plan while the import waits to be committed
 */
public record PastImport(
        long number,
        String file,
        String site,
        Instant started,
        ImportStatus.State state,
        String refused,
        Map<Outcome, Integer> outcomes) {
    public PastImport {
        outcomes = Map.copyOf(outcomes);
    }

    public int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    public int records() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
