package org.carrel.catalog.rules;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.catalog.FixedFieldTable;
import org.carrel.catalog.RecordProblem.Place;
import org.carrel.catalog.rules.CheckedRecord.Seat;

/** Leader, 005, 006, 007 and 008: length, codes, and dates against 264 or 260. */
final class CodedCheck {
    private static final Pattern CHANGED = Pattern.compile("[0-9]{14}\\.[0-9]");
    private static final Pattern YEAR_CODE = Pattern.compile("[0-9u|]{4}");
    private static final Pattern SECOND_CODE = Pattern.compile("[0-9u| ]{4}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    /** Types whose first date is the year on the thing itself. */
    private static final String YEAR_ON_THING = "ster";

    private static final int FIRST_DATE = 7;
    private static final int SECOND_DATE = 11;
    private static final int LATEST = 2100;

    private CodedCheck() {}

    static void check(CheckedRecord checked, int thisYear) {
        codes(checked, new Place("leader", 1, -1, ""), FixedFieldTables.leader(), checked.record.leader());
        for (var seat : checked.seats("005")) {
            if (!CHANGED.matcher(seat.text()).matches()) {
                checked.add(RecordProblemKind.CHANGED_FORM, seat.place(""), seat.text());
            }
        }
        for (var seat : checked.seats("006")) {
            FixedFieldTables.of006(seat.text())
                    .ifPresentOrElse(table -> field(checked, seat, table), () -> unknown(checked, seat));
        }
        for (var seat : checked.seats("007")) {
            FixedFieldTables.of007(seat.text())
                    .ifPresentOrElse(table -> field(checked, seat, table), () -> unknown(checked, seat));
        }
        checked.seats("008").stream().limit(1).forEach(seat -> {
            field(checked, seat, FixedFieldTables.of(checked.record));
            dates(checked, seat, thisYear);
        });
    }

    private static void unknown(CheckedRecord checked, Seat seat) {
        checked.add(
                RecordProblemKind.FIXED_CODE,
                seat.place("/00"),
                seat.text().isEmpty() ? "" : seat.text().substring(0, 1));
    }

    private static void field(CheckedRecord checked, Seat seat, FixedFieldTable table) {
        var length = seat.text().length();
        if (length != table.length()) {
            checked.add(
                    RecordProblemKind.FIXED_LENGTH,
                    seat.place(""),
                    String.valueOf(length),
                    String.valueOf(table.length()));
        }
        codes(checked, seat.place(""), table, seat.text());
    }

    /** Positions past the end are not looked at: the length says it once. A blank in 007 is a position nobody coded. */
    private static void codes(CheckedRecord checked, Place place, FixedFieldTable table, String data) {
        for (var position : table.positions()) {
            if (position.end() > data.length()) continue;
            var value = FixedFieldTable.read(data, position);
            if (position.accepts(value) || table.field().equals("007") && value.isBlank()) continue;
            checked.add(
                    RecordProblemKind.FIXED_CODE,
                    new Place(place.tag(), place.occurrence(), place.index(), "/" + position.label()),
                    value.replace(' ', '#'),
                    "");
        }
    }

    private static void dates(CheckedRecord checked, Seat seat, int thisYear) {
        var fixed = new FixedField(seat.text());
        if (seat.text().length() < SECOND_DATE + 4) return;
        var type = fixed.at(6);
        var first = fixed.slice(FIRST_DATE, SECOND_DATE);
        var second = fixed.slice(SECOND_DATE, SECOND_DATE + 4);
        if (type != 'b' && type != '|' && !YEAR_CODE.matcher(first).matches()) {
            checked.add(RecordProblemKind.DATE_FORM, seat.place("/07-10"), first.replace(' ', '#'));
            return;
        }
        if (!SECOND_CODE.matcher(second).matches()) {
            checked.add(RecordProblemKind.DATE_FORM, seat.place("/11-14"), second.replace(' ', '#'));
        }
        if (!YEAR.matcher(first).matches()) return;
        var year = Integer.parseInt(first);
        if (year > thisYear + 1) {
            checked.add(RecordProblemKind.DATE_IN_FUTURE, seat.place("/07-10"), first, String.valueOf(thisYear));
        } else if (YEAR_ON_THING.indexOf(type) >= 0) {
            differs(checked, seat, first, second);
        }
    }

    /** Said only when the thing names years and none of them is that of the code. */
    private static void differs(CheckedRecord checked, Seat seat, String first, String second) {
        var years = years(checked).toList();
        if (years.isEmpty() || years.contains(first) || years.contains(second)) return;
        checked.add(RecordProblemKind.DATE_DIFFERS, seat.place("/07-10"), first, String.join(", ", years));
    }

    private static Stream<String> years(CheckedRecord checked) {
        return Stream.of("264", "260")
                .flatMap(tag -> checked.seats(tag).stream())
                .flatMap(seat -> seat.data().all('c'))
                .flatMap(text -> YEAR.matcher(text).results().map(found -> found.group()))
                .filter(year -> year.compareTo(String.valueOf(LATEST)) <= 0 && year.compareTo("1000") >= 0)
                .distinct();
    }
}
