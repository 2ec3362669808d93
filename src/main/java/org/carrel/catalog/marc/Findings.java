package org.carrel.catalog.marc;

import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.Finding;

/** Collects what is found in one record: each problem once per place, and a bounded number of them. */
final class Findings {
    private static final int MOST = 100;
    private static final int LONGEST_DETAIL = 80;

    private final List<Finding> found = new ArrayList<>(0);

    void add(MarcProblem problem, String place, String detail) {
        if (found.size() >= MOST) return;
        for (var earlier : found) {
            if (earlier.problem() == problem && earlier.place().equals(place)) return;
        }
        found.add(new Finding(problem, place, shortened(detail)));
    }

    /** True when damage at this place has been reported, of which a replacement character is the trace. */
    boolean tellsDamageAt(String place) {
        for (var earlier : found) {
            boolean damage =
                    earlier.problem() == MarcProblem.BAD_BYTES || earlier.problem() == MarcProblem.DAMAGED_MARC_8;
            if (damage && earlier.place().equals(place)) return true;
        }
        return false;
    }

    void addAll(List<Finding> earlier) {
        found.addAll(earlier);
    }

    List<Finding> list() {
        return List.copyOf(found);
    }

    /** Fit for one line of a report: no control characters, no more than a phrase. */
    static String shortened(String detail) {
        var text = new StringBuilder();
        int end = Math.min(detail.length(), LONGEST_DETAIL);
        for (int i = 0; i < end; i++) {
            char c = detail.charAt(i);
            boolean plain = c >= ' ' && c != 0x7F && !(c >= 0x80 && c < 0xA0) && !Character.isSurrogate(c);
            text.append(plain || Character.isSurrogatePair(c, next(detail, i)) || lowOfPair(detail, i) ? c : ' ');
        }
        if (end < detail.length()) text.append('…');
        return text.toString();
    }

    private static char next(String text, int at) {
        return at + 1 < Math.min(text.length(), LONGEST_DETAIL) ? text.charAt(at + 1) : ' ';
    }

    private static boolean lowOfPair(String text, int at) {
        return at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /** Bytes as a cataloguer can compare them with a code table, e.g. {@code E2 65}. */
    static String hex(byte[] bytes, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < Math.min(to, from + 16); i++) {
            if (!text.isEmpty()) text.append(' ');
            text.append(Character.toUpperCase(Character.forDigit((bytes[i] >> 4) & 0xF, 16)));
            text.append(Character.toUpperCase(Character.forDigit(bytes[i] & 0xF, 16)));
        }
        return text.toString();
    }
}
