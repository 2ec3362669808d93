package org.carrel.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carrel.catalog.EditConflict.Choice;
import org.carrel.catalog.EditorRow;
import org.carrel.catalog.FixedFieldTable;
import org.carrel.catalog.MarcHelp;
import org.carrel.catalog.RecordEdits;

/** What the MARC editor sends: one value of each name for each row. */
final class RecordForm {
    private RecordForm() {}

    static RecordDraft read(HttpServletRequest request) {
        var texts = FormTexts.of(request);
        var tags = values(request, "tag");
        var kinds = values(request, "kind");
        var firsts = values(request, "ind1");
        var seconds = values(request, "ind2");
        var data = values(request, "data");
        var rows = new ArrayList<EditorRow>();
        for (var at = 0; at < tags.size(); at++) {
            var tag = tags.get(at).strip();
            var kind = at(kinds, at);
            var control = kind.isEmpty() ? tag.startsWith("00") : kind.equals("control");
            var text = at(data, at).replaceAll("\\R", control ? "" : " ");
            rows.add(new EditorRow(control, tag, control ? "" : at(firsts, at), control ? "" : at(seconds, at), text));
        }
        return RecordDraft.of(Math.max(0, FormTexts.integer(texts.get("seen"))), texts.get("leader"), rows);
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return List.of(Objects.requireNonNullElse(request.getParameterValues(name), new String[0]));
    }

    private static String at(List<String> all, int index) {
        return index < all.size() ? all.get(index) : "";
    }

    /** What was chosen between conflicts: {@code choice0}, {@code choice1}. */
    static Map<Integer, Choice> choices(FormTexts texts, int most) {
        var chosen = new HashMap<Integer, Choice>();
        for (var at = 0; at < most; at++) {
            var said = texts.get("choice" + at);
            if (said.equals(Choice.MINE.name())) chosen.put(at, Choice.MINE);
            if (said.equals(Choice.THEIRS.name())) chosen.put(at, Choice.THEIRS);
        }
        return chosen;
    }

    /**
     * The rows after one of their buttons: {@code add-3}, {@code remove-3}, {@code up-3}, {@code down-3}; {@code script-3} leads to the
     * original script of a row; {@code fixed-3} takes what was chosen for the positions of a row, {@code fixed} for those of the leader.
     */
    static RecordDraft pressed(RecordDraft draft, FormTexts texts, MarcHelp marc, RecordEdits edits) {
        var button = texts.get("do");
        if (button.equals("fixed"))
            return RecordDraft.of(
                    draft.seen(), positioned(texts, "leader", draft.leader(), marc.leader()), draft.rows());
        var parts = button.split("-", 2);
        var row = parts.length == 2 ? FormTexts.integer(parts[1]) : -1;
        var rows = new ArrayList<>(draft.rows());
        if (row < 0 || row >= rows.size()) {
            if (!parts[0].equals("add")) return draft;
            row = rows.size() - 1;
        }
        switch (parts[0]) {
            case "add" -> {
                rows.add(row + 1, new EditorRow(false, "", "", "", ""));
                return draft.with(rows, row + 1);
            }
            case "remove" -> rows.remove(row);
            case "up" -> {
                if (row > 0) rows.add(row - 1, rows.remove(row));
                return draft.with(rows, Math.max(0, row - 1));
            }
            case "down" -> {
                if (row + 1 < rows.size()) rows.add(row + 1, rows.remove(row));
                return draft.with(rows, Math.min(rows.size() - 1, row + 1));
            }
            case "script" -> {
                var both = edits.inOriginalScript(rows, row);
                return draft.with(both.rows(), both.at());
            }
            case "fixed" -> {
                var chosen = rows.get(row);
                var number = String.valueOf(row);
                var data = marc.table(chosen.tag(), chosen.text(), draft.leader())
                        .map(table -> positioned(texts, number, chosen.text(), table))
                        .orElse(chosen.text());
                rows.set(row, new EditorRow(chosen.control(), chosen.tag(), chosen.ind1(), chosen.ind2(), data));
            }
            default -> {
                return draft;
            }
        }
        return draft.with(rows, Math.min(row, rows.size() - 1));
    }

    /** @param row as the names of its lists have it */
    private static String positioned(FormTexts texts, String row, String data, FixedFieldTable table) {
        var now = data;
        for (var position : table.positions()) {
            var chosen = texts.get("fixed-" + row + "-" + position.start());
            if (!chosen.isEmpty() && chosen.length() <= position.length())
                now = FixedFieldTable.with(now, position, chosen);
        }
        return now;
    }
}
