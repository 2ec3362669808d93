package org.carrel.devices.rules;

import java.util.ArrayList;
import java.util.List;

/** Who gets which device, as somebody scanned or pasted it: a card and a device on a line, or each on a line of its own. */
public final class AssignmentList {
    /** More than a school has. */
    public static final int MOST_LINES = 5_000;

    private AssignmentList() {}

    /** A line. @param number from 1 @param codes one or two */
    public record Line(int number, List<String> codes) {
        public Line {
            codes = List.copyOf(codes);
        }
    }

    /** Empty lines are left out; of a table only the first two columns count. Blanks inside a code stay (B79). */
    public static List<Line> parse(String text) {
        var lines = new ArrayList<Line>();
        var number = 0;
        for (var line : text.split("\\R", -1)) {
            number++;
            var codes = new ArrayList<String>();
            for (var cell : line.split("[\\t,;]", -1)) {
                var code = unquoted(cell.strip());
                if (!code.isEmpty() && codes.size() < 2) codes.add(code);
            }
            if (!codes.isEmpty()) lines.add(new Line(number, codes));
        }
        return lines;
    }

    private static String unquoted(String cell) {
        var isQuoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return isQuoted ? cell.substring(1, cell.length() - 1).strip() : cell;
    }
}
