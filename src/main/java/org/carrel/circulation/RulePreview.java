package org.carrel.circulation;

import java.util.List;

/**
 * What saving a draft would do.
 *
 * @param problems why it cannot be saved; the rest is empty then
 * @param changes field by field
 * @param loans what would have become of the loans on record
 */
public record RulePreview(List<RuleProblem> problems, List<RuleChange> changes, Simulated loans) {
    public RulePreview {
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
    }

    static RulePreview wrong(List<RuleProblem> problems) {
        return new RulePreview(problems, List.of(), Simulated.NOTHING);
    }
}
