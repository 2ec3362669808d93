package org.carrel.catalog.rules;

import java.util.HashSet;
import java.util.Set;
import org.carrel.catalog.DataField;
import org.carrel.catalog.rules.CheckedRecord.Seat;

/** 880 and its partners in both directions (MARC 21 Appendix A), and 856. */
final class LinkCheck {
    private static final String ALTERNATE = "880";

    private LinkCheck() {}

    static void check(CheckedRecord checked) {
        for (var seat : checked.seats("856")) {
            seat.data()
                    .all('u')
                    .filter(url -> !url.isBlank() && !LinkMapping.isSafe(url))
                    .forEach(url -> checked.add(RecordProblemKind.ADDRESS_NOT_WEB, seat.place("$u"), url));
        }
        var ends = ends(checked);
        for (var seat : checked.seats()) {
            if (seat.field() instanceof DataField field && field.first('6').isPresent()) {
                link(checked, seat, field, ends);
            }
        }
    }

    /** Each link as the pair it makes: the partner's tag, the tag it stands on, the number. */
    private static Set<String> ends(CheckedRecord checked) {
        var ends = new HashSet<String>();
        for (var seat : checked.seats()) {
            if (!(seat.field() instanceof DataField field)) continue;
            LinkedFields.link(field).ifPresent(link -> ends.add(end(field.tag(), link.tag(), link.occurrence())));
        }
        return ends;
    }

    private static String end(String from, String to, int occurrence) {
        return from + ">" + to + "-" + occurrence;
    }

    private static void link(CheckedRecord checked, Seat seat, DataField field, Set<String> ends) {
        var text = field.first('6').orElse("");
        var link = LinkedFields.link(field).orElse(null);
        if (link == null || field.tag().equals(ALTERNATE) == link.tag().equals(ALTERNATE)) {
            checked.add(RecordProblemKind.LINK_UNREADABLE, seat.place("$6"), text);
        } else if (!link.alone() && !ends.contains(end(link.tag(), field.tag(), link.occurrence()))) {
            checked.add(RecordProblemKind.LINK_WITHOUT_PARTNER, seat.place("$6"), text, link.tag());
        }
    }
}
