package org.carrel.catalog.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;

/** Two records field for field: what is other in the second, in its order. Pure. */
final class RecordComparison {
    /** Above this many pairs of fields only those at the same place are compared. */
    private static final int MOST_PAIRS = 4_000_000;

    private final List<MarcField> was;
    private final List<MarcField> is;
    private final boolean huge;
    private final List<Difference> found = new ArrayList<>();

    private RecordComparison(List<MarcField> was, List<MarcField> is) {
        this.was = was;
        this.is = is;
        this.huge = (long) was.size() * is.size() > MOST_PAIRS;
    }

    /**
     * One difference.
     *
     * @param tag of the field, or {@code leader}
     * @param was in one line; empty when the field is new
     * @param is in one line; empty when the field is gone
     */
    record Difference(String tag, String was, String is) {}

    /** Empty when the records are equal. A field that moved is gone at one place and new at the other. */
    static List<Difference> differences(MarcRecord was, MarcRecord is) {
        if (was.equals(is)) return List.of();
        var found = new ArrayList<Difference>();
        if (!was.leader().equals(is.leader())) found.add(new Difference("leader", was.leader(), is.leader()));
        int start = 0;
        int wasEnd = was.fields().size();
        int isEnd = is.fields().size();
        while (start < Math.min(wasEnd, isEnd)
                && was.fields().get(start).equals(is.fields().get(start))) start++;
        while (Math.min(wasEnd, isEnd) > start
                && was.fields().get(wasEnd - 1).equals(is.fields().get(isEnd - 1))) {
            wasEnd--;
            isEnd--;
        }
        found.addAll(new RecordComparison(
                        was.fields().subList(start, wasEnd), is.fields().subList(start, isEnd))
                .run());
        return found;
    }

    private List<Difference> run() {
        var common = huge ? new int[0][] : common();
        var gone = new ArrayList<MarcField>();
        var come = new ArrayList<MarcField>();
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            boolean both = i < was.size() && j < is.size();
            if (both && was.get(i).equals(is.get(j))) {
                tell(gone, come);
                i++;
                j++;
            } else if (both && huge) {
                gone.add(was.get(i++));
                come.add(is.get(j++));
                tell(gone, come);
            } else if (j == is.size() || both && common[i + 1][j] >= common[i][j + 1]) {
                gone.add(was.get(i++));
            } else {
                come.add(is.get(j++));
            }
        }
        tell(gone, come);
        return found;
    }

    /** Length of the longest common sequence of the fields from i and from j on. */
    private int[][] common() {
        var common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Fields of one tag at one place are one change: it was this and is that. */
    private void tell(List<MarcField> gone, List<MarcField> come) {
        for (var field : gone) {
            var other =
                    come.stream().filter(each -> each.tag().equals(field.tag())).findFirst();
            other.ifPresent(come::remove);
            found.add(new Difference(field.tag(), text(field), text(other)));
        }
        come.forEach(field -> found.add(new Difference(field.tag(), "", text(field))));
        gone.clear();
        come.clear();
    }

    private static String text(Optional<MarcField> field) {
        return field.map(RecordComparison::text).orElse("");
    }

    /** The field in one line, blank indicators as {@code #}. */
    static String text(MarcField field) {
        return switch (field) {
            case ControlField control -> control.data();
            case DataField data ->
                sign(data.ind1()) + sign(data.ind2()) + " "
                        + data.subfields().stream()
                                .map(subfield -> "$" + subfield.code() + subfield.data())
                                .collect(Collectors.joining());
        };
    }

    private static String sign(char indicator) {
        return indicator == ' ' ? "#" : String.valueOf(indicator);
    }
}
