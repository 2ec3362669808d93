package org.carrel.patrons;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a roster does, in numbers.
 *
 * @param users rows of people in the file
 * @param people by outcome; who stays the same is counted under {@link RosterOutcome#SAME}
 * @param contacts guardians, who are no borrowers
 * @param stillMissing who was missing before and is not back
 * @param keptLocal fields in which the roster differs and people here have the say
 * @param enrolments added, changed and removed
 * @param beyond thresholds that the roster is beyond
 * @param columns of a plain list, as its header has them
 */
public record RosterSummary(
        int users,
        Map<RosterOutcome, Integer> people,
        int contacts,
        int stillMissing,
        int keptLocal,
        Changes classes,
        Changes terms,
        Changes enrolments,
        List<RosterFinding> findings,
        List<RosterThreshold> beyond,
        List<String> columns)
        implements Serializable {
    /** How many rows are added, changed and removed. */
    public record Changes(int added, int changed, int removed) implements Serializable {
        public static final Changes NONE = new Changes(0, 0, 0);

        public int all() {
            return added + changed + removed;
        }
    }

    public RosterSummary {
        people = Map.copyOf(people);
        findings = List.copyOf(findings);
        beyond = List.copyOf(beyond);
        columns = List.copyOf(columns);
    }

    /** Of a file that was refused as a whole. */
    public static RosterSummary refused(List<RosterFinding> findings, List<String> columns) {
        return new RosterSummary(
                0, Map.of(), 0, 0, 0, Changes.NONE, Changes.NONE, Changes.NONE, findings, List.of(), columns);
    }

    public int count(RosterOutcome outcome) {
        return people.getOrDefault(outcome, 0);
    }

    /** True when committing would write nothing but that it was done. */
    public boolean changesNothing() {
        var quiet = List.of(RosterOutcome.SAME, RosterOutcome.CONFLICT, RosterOutcome.REFUSED);
        var people = this.people.entrySet().stream()
                .filter(entry -> !quiet.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return people + classes.all() + terms.all() + enrolments.all() == 0;
    }

    public boolean isRefused() {
        return findings.stream().anyMatch(finding -> finding.kind().stops());
    }
}
