package org.carrel.catalog.doctor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.Diagnosis.Part;
import org.carrel.catalog.Finding;
import org.carrel.catalog.marc.SingleRecord;

/** The leader's positions (MARC 21 Format for Bibliographic Data, Leader). */
final class LeaderAnatomy {
    private static final int LONGEST = 99_999;
    private static final String PLACE = "leader/";

    /** Part and the position behind it. */
    private record Position(Part part, int end) {}

    private static final List<Position> POSITIONS = List.of(
            new Position(Part.RECORD_LENGTH, 5),
            new Position(Part.STATUS, 6),
            new Position(Part.TYPE, 7),
            new Position(Part.BIBLIOGRAPHIC_LEVEL, 8),
            new Position(Part.TYPE_OF_CONTROL, 9),
            new Position(Part.ENCODING, 10),
            new Position(Part.COUNTS, 12),
            new Position(Part.BASE_ADDRESS, 17),
            new Position(Part.ENCODING_LEVEL, 18),
            new Position(Part.FORM, 19),
            new Position(Part.MULTIPART_LEVEL, 20),
            new Position(Part.ENTRY_MAP, 24));

    private LeaderAnatomy() {}

    static void add(Layout layout, Spans spans) {
        var values = SingleRecord.inLeader(
                new String(layout.bytes(), layout.start(), Layout.LEADER, StandardCharsets.ISO_8859_1));
        int from = 0;
        for (var position : POSITIONS) {
            var faults = faults(layout, position.part());
            for (var finding : values) {
                if (isAt(finding, from, position.end())) faults.add(finding);
            }
            spans.to(layout.start() + position.end(), position.part(), "", faults.toArray(Finding[]::new));
            from = position.end();
        }
    }

    private static List<Finding> faults(Layout layout, Part part) {
        var faults = new ArrayList<Finding>(1);
        if (part == Part.RECORD_LENGTH) length(layout, faults);
        if (part == Part.BASE_ADDRESS) base(layout, faults);
        return faults;
    }

    private static void length(Layout layout, List<Finding> faults) {
        var found = layout.text(layout.start(), 5);
        int declared = layout.number(layout.start(), 5);
        if (layout.length() > LONGEST) faults.add(Fault.LENGTH_TOO_GREAT.at(found, layout.length()));
        else if (declared < 0) faults.add(Fault.LENGTH_NO_NUMBER.at(found, layout.length()));
        else if (declared != layout.length()) faults.add(Fault.LENGTH_WRONG.at(found, actual(layout, declared)));
    }

    /** Of a record that was cut off what is left, else what the number should be. */
    private static int actual(Layout layout, int declared) {
        boolean cut = !layout.terminated() && declared > layout.length();
        return cut ? layout.length() - 1 : layout.length();
    }

    private static void base(Layout layout, List<Finding> faults) {
        var found = layout.text(layout.start() + 12, 5);
        int declared = layout.number(layout.start() + 12, 5);
        int base = layout.base() - layout.start();
        if (declared < 0) faults.add(Fault.BASE_NO_NUMBER.at(found, base));
        else if (!layout.fields().isEmpty() && declared != base) faults.add(Fault.BASE_WRONG.at(found, base));
    }

    /** The place is {@code leader/05} or {@code leader/10-11}; lengths are looked at here and not there. */
    private static boolean isAt(Finding finding, int from, int end) {
        var place = finding.place();
        if (!place.startsWith(PLACE) || place.length() < PLACE.length() + 2) return false;
        int position = Integer.parseInt(place.substring(PLACE.length(), PLACE.length() + 2));
        return position >= from && position < end;
    }
}
