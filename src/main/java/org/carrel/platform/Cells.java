package org.carrel.platform;

import java.util.ArrayList;
import java.util.List;

/** The cells of a line as spreadsheets copy or save it: with tabs, semicolons or commas between, some in quotes. */
public final class Cells {
    private Cells() {}

    /** Without blanks around them. */
    public static List<String> of(String line) {
        var between = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(',') < 0 && line.indexOf(';') >= 0 ? ';' : ',';
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var sign = line.charAt(i);
            var twice = quoted && sign == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (twice) i++;
            if (twice || sign != '"' && (quoted || sign != between)) cell.append(sign);
            else if (sign == '"') quoted = !quoted;
            else next(cells, cell);
        }
        next(cells, cell);
        return List.copyOf(cells);
    }

    /** The cell at this place; empty beyond the last. */
    public static String at(List<String> cells, int place) {
        return place < cells.size() ? cells.get(place) : "";
    }

    private static void next(List<String> cells, StringBuilder cell) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }
}
