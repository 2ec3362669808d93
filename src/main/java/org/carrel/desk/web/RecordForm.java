package org.carrel.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carrel.catalog.EditConflict.Choice;
import org.carrel.catalog.EditorRow;

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

    /** The rows after one of their buttons: {@code add-3}, {@code remove-3}, {@code up-3}, {@code down-3}. */
    static RecordDraft pressed(RecordDraft draft, String button) {
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
            default -> {
                return draft;
            }
        }
        return draft.with(rows, Math.min(row, rows.size() - 1));
    }
}
