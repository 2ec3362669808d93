package org.carrel.catalog.rules;

import java.util.stream.Stream;
import org.carrel.catalog.DataField;
import org.carrel.catalog.RecordProblem.Place;
import org.carrel.catalog.rules.CheckedRecord.Seat;

/** 245 and what depends on it: the main entry, the article that sorting skips, contents and series. */
final class TitleCheck {
    private TitleCheck() {}

    static void check(CheckedRecord checked) {
        var titles = checked.seats("245");
        if (titles.stream()
                .allMatch(seat -> FieldText.join(seat.data(), "abfgknps").isEmpty())) {
            var place = titles.isEmpty()
                    ? new Place("245", 0, -1, "")
                    : titles.getFirst().place("$a");
            checked.add(RecordProblemKind.TITLE_MISSING, place, "");
        } else {
            titles.stream().limit(1).forEach(seat -> title(checked, seat));
        }
        checked.seats("505").forEach(seat -> contents(checked, seat));
        series(checked);
    }

    /** 0 beside a main entry is a choice many catalogers made, and no mistake; 1 without one is. */
    private static void title(CheckedRecord checked, Seat seat) {
        var hasMain = Stream.of("100", "110", "111", "130")
                .anyMatch(tag -> !checked.seats(tag).isEmpty());
        var field = seat.data();
        if (field.ind1() == '1' && !hasMain) checked.add(RecordProblemKind.TITLE_ENTRY, seat.place("ind1"), "1", "0");
        article(checked, seat, field);
    }

    private static void article(CheckedRecord checked, Seat seat, DataField field) {
        var text = field.first('a').orElse("");
        var language = checked.language();
        if (!Articles.knows(language) || field.ind2() < '0' || field.ind2() > '9') return;
        var skip = Articles.skip(text, language);
        var given = field.ind2() - '0';
        if (given == 0 && skip > 0 && skip <= 9) {
            checked.add(RecordProblemKind.ARTICLE_NOT_SKIPPED, seat.place("ind2"), text, String.valueOf(skip));
        } else if (given > 0 && (!Articles.believable(text, field.ind2()) || skip > 0 && !reaches(text, skip, given))) {
            checked.add(
                    RecordProblemKind.SKIPS_WRONG_NUMBER,
                    seat.place("ind2"),
                    String.valueOf(given),
                    String.valueOf(skip));
        }
    }

    /** The count may take in the quotation mark after the article, or leave it. */
    private static boolean reaches(String text, int skip, int given) {
        if (given == skip) return true;
        if (given < skip) return false;
        var between = text.substring(text.offsetByCodePoints(0, skip), text.offsetByCodePoints(0, given));
        return !Isbd.hasWords(between);
    }

    /** Titles of their own in subfields mean the enhanced level, and the enhanced level means such subfields. */
    private static void contents(CheckedRecord checked, Seat seat) {
        var field = seat.data();
        var enhanced = field.first('t').isPresent()
                || field.first('r').isPresent()
                || field.first('g').isPresent();
        if (field.ind2() == '0' && !enhanced)
            checked.add(RecordProblemKind.CONTENTS_LEVEL, seat.place("ind2"), "0", "#");
        if (field.ind2() == ' ' && field.first('t').isPresent()) {
            checked.add(RecordProblemKind.CONTENTS_LEVEL, seat.place("ind2"), "#", "0");
        }
    }

    private static void series(CheckedRecord checked) {
        if (Stream.of("800", "810", "811", "830")
                .anyMatch(tag -> !checked.seats(tag).isEmpty())) return;
        checked.seats("490").stream()
                .filter(seat -> seat.data().ind1() == '1')
                .forEach(seat -> checked.add(RecordProblemKind.SERIES_UNTRACED, seat.place("ind1"), "1", "0"));
    }
}
