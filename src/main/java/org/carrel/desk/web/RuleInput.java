package org.carrel.desk.web;

import java.util.List;
import org.carrel.desk.web.DevicesView.Choice;

/**
 * One field of the form of a loan rule.
 *
 * @param hint what holds while it is blank
 * @param choices none for a field that is only typed
 * @param typed whether something is typed, alone or beside the choice
 * @param text what is typed
 * @param textId of the typed part
 * @param problem what is wrong with it; empty when nothing is
 */
public record RuleInput(
        String id,
        String label,
        String hint,
        List<Choice> choices,
        boolean typed,
        String text,
        String textId,
        String problem) {
    /** Whether there is something to choose from. */
    public boolean chosen() {
        return !choices.isEmpty();
    }

    public boolean wrong() {
        return !problem.isEmpty();
    }

    /** Ids of what describes it. */
    public String described() {
        return id + "-hint" + (wrong() ? " " + id + "-problem" : "");
    }
}
