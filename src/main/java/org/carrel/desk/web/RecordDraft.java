package org.carrel.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.EditConflict;
import org.carrel.catalog.EditConflict.Choice;
import org.carrel.catalog.EditorProblem;
import org.carrel.catalog.EditorRow;
import org.carrel.catalog.RecordProblem;

/**
 * A record on its way back to the person who typed it.
 *
 * @param seen version that they had before them; 0 for a new one
 * @param wrong rows that are no fields
 * @param against why it was not stored
 * @param conflicts between which somebody has to choose
 * @param about version that the conflicts are with; 0 without any
 * @param chosen what was chosen until now, by place among the conflicts
 * @param focus row to go on with; -1 for none
 */
record RecordDraft(
        int seen,
        String leader,
        List<EditorRow> rows,
        List<EditorProblem> wrong,
        List<RecordProblem> against,
        List<EditConflict> conflicts,
        int about,
        Map<Integer, Choice> chosen,
        int focus) {
    private static final String NAME = "org.carrel.desk.record";

    RecordDraft {
        rows = List.copyOf(rows);
        wrong = List.copyOf(wrong);
        against = List.copyOf(against);
        conflicts = List.copyOf(conflicts);
        chosen = Map.copyOf(chosen);
    }

    static RecordDraft of(int seen, String leader, List<EditorRow> rows) {
        return new RecordDraft(seen, leader, rows, List.of(), List.of(), List.of(), 0, Map.of(), -1);
    }

    RecordDraft wrong(List<EditorProblem> found) {
        return new RecordDraft(seen, leader, rows, found, against, conflicts, about, chosen, focus);
    }

    RecordDraft refused(List<RecordProblem> why) {
        return new RecordDraft(seen, leader, rows, wrong, why, conflicts, about, chosen, focus);
    }

    RecordDraft asked(List<EditConflict> all, int version, Map<Integer, Choice> until) {
        return new RecordDraft(seen, leader, rows, wrong, against, all, version, until, focus);
    }

    RecordDraft with(List<EditorRow> others, int at) {
        return new RecordDraft(seen, leader, others, wrong, against, conflicts, about, chosen, at);
    }

    void keep(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    static Optional<RecordDraft> of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof RecordDraft draft ? Optional.of(draft) : Optional.empty();
    }
}
