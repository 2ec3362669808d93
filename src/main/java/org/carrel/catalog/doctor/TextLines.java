package org.carrel.catalog.doctor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.carrel.catalog.Diagnosis.Line;
import org.carrel.catalog.Finding;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFormat;
import org.carrel.catalog.marc.MarcProblem;
import org.carrel.catalog.marc.SingleRecord;

/** A record in a text format, line by line, the reader's words at the line that they are about. */
final class TextLines {
    /** A record without a line break is cut into pieces, so that a page can show it. */
    private static final int LONGEST = 2_000;

    private static final int MOST = 5_000;
    /** {@code 12:34 what is wrong} */
    private static final Pattern LINE_FIRST = Pattern.compile("^(\\d{1,9}):\\d+ ");
    /** {@code what is wrong (1234)}, counted in characters */
    private static final Pattern POSITION_LAST = Pattern.compile("\\((\\d{1,9})\\)$");

    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private final Map<Integer, List<Finding>> faults = new HashMap<>();

    private TextLines(String text) {
        this.text = text;
    }

    static List<Line> of(byte[] original, MarcFormat format) {
        var lines = new TextLines(decoded(original));
        lines.cut();
        for (var entry : SingleRecord.read(original, format)) {
            switch (entry) {
                case MarcEntry.Read read -> read.findings().forEach(lines::mark);
                case MarcEntry.Rejected rejected -> lines.mark(rejected);
            }
        }
        return lines.list();
    }

    private static String decoded(byte[] original) {
        return new String(original, SingleRecord.charsetOf(original));
    }

    private void cut() {
        int from = 0;
        while (from < text.length() && starts.size() < MOST) {
            starts.add(from);
            int stop = text.indexOf('\n', from);
            int end = stop < 0 ? text.length() : stop + 1;
            from = Math.min(end, from + LONGEST);
        }
    }

    private void mark(MarcEntry.Rejected rejected) {
        var finding = new Finding(rejected.reason(), "", rejected.detail());
        var line = LINE_FIRST.matcher(rejected.detail());
        var position = POSITION_LAST.matcher(rejected.detail());
        if (line.find()) mark(lineNumbered(Integer.parseInt(line.group(1))), finding);
        else if (rejected.reason() == MarcProblem.JSON_NOT_READABLE && position.find()) {
            mark(lineAt(Integer.parseInt(position.group(1))), finding);
        } else mark(Math.max(0, starts.size() - 1), finding);
    }

    private void mark(Finding finding) {
        var tag = ReaderFindings.tag(finding);
        int at = tag.isEmpty() ? -1 : tagged(tag);
        mark(at < 0 ? 0 : lineAt(at), finding);
    }

    /** Where a field of this tag begins in each of the formats; -1 when it is not to be seen. */
    private int tagged(String tag) {
        var found = Pattern.compile("(^|\\n)=" + Pattern.quote(tag) + "|[\"']" + Pattern.quote(tag) + "[\"']")
                .matcher(text);
        return found.find() ? found.end() - 1 : -1;
    }

    private void mark(int line, Finding finding) {
        faults.computeIfAbsent(line, number -> new ArrayList<>()).add(finding);
    }

    /** The piece in which this line of the record, from 1, begins. */
    private int lineNumbered(int number) {
        int at = 0;
        for (int line = 1; line < number; line++) {
            int stop = text.indexOf('\n', at);
            if (stop < 0) break;
            at = stop + 1;
        }
        return lineAt(at);
    }

    private int lineAt(int position) {
        int line = 0;
        while (line + 1 < starts.size() && starts.get(line + 1) <= position) line++;
        return line;
    }

    private List<Line> list() {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : Math.min(text.length(), starts.get(i) + LONGEST);
            var shown = text.substring(starts.get(i), end).stripTrailing();
            lines.add(new Line(i + 1, visible(shown), faults.getOrDefault(i, List.of())));
        }
        return lines;
    }

    private static String visible(String line) {
        return Shown.whole(line.getBytes(StandardCharsets.UTF_8));
    }
}
