package org.carrel.catalog.rules;

import java.util.Locale;
import java.util.regex.Pattern;
import org.carrel.catalog.rules.CheckedRecord.Seat;

/** ISBN, ISSN and LCCN: form and check digits. */
final class NumberCheck {
    private static final Pattern PRICE = Pattern.compile("[$£€¥]\\s*[0-9]|[0-9]\\s*[€£]");
    private static final Pattern ISSN = Pattern.compile("([0-9]{4})-?([0-9]{3})([0-9Xx])");
    /** Structures A and B of the Library of Congress: prefix, year, serial number, then suffixes and revision. */
    private static final Pattern LCCN = Pattern.compile(
            "[a-z]{0,3} *(?:[0-9]{8}|[0-9]{10}|[0-9]{2}-[0-9]{1,6}|[0-9]{4}-[0-9]{1,6}) *(?:/.*)?",
            Pattern.CASE_INSENSITIVE);

    private static final int ISSN_WEIGHT = 8;

    private NumberCheck() {}

    static void check(CheckedRecord checked) {
        for (var seat : checked.seats("020")) {
            seat.data().all('a').filter(text -> !text.isBlank()).forEach(text -> isbn(checked, seat, text));
        }
        for (var seat : checked.seats("022")) {
            seat.data().all('a').filter(text -> !text.isBlank()).forEach(text -> issn(checked, seat, text.strip()));
        }
        for (var seat : checked.seats("010")) {
            seat.data()
                    .all('a')
                    .filter(text -> !text.isBlank())
                    .filter(text -> !LCCN.matcher(text.strip()).matches())
                    .forEach(text -> checked.add(RecordProblemKind.LCCN_FORM, seat.place("$a"), text));
        }
    }

    private static void isbn(CheckedRecord checked, Seat seat, String text) {
        if (PRICE.matcher(text).find()) checked.add(RecordProblemKind.PRICE_IN_ISBN, seat.place("$a"), text);
        var number = Isbn.searchable(text);
        if (number.isEmpty() || Isbn.parse(text).isPresent()) return;
        var corrected = Isbn.corrected(text).orElse("");
        if (corrected.isEmpty()) checked.add(RecordProblemKind.ISBN_FORM, seat.place("$a"), text);
        else checked.add(RecordProblemKind.ISBN_CHECK_DIGIT, seat.place("$a"), number, last(corrected));
    }

    private static void issn(CheckedRecord checked, Seat seat, String text) {
        var matcher = ISSN.matcher(text);
        if (!matcher.matches()) {
            checked.add(RecordProblemKind.ISSN_FORM, seat.place("$a"), text);
            return;
        }
        var right = issnDigit(matcher.group(1) + matcher.group(2));
        if (!right.equals(matcher.group(3).toUpperCase(Locale.ROOT))) {
            checked.add(RecordProblemKind.ISSN_CHECK_DIGIT, seat.place("$a"), text, right);
        }
    }

    /** ISO 3297: weights 8 to 2, modulus 11. */
    private static String issnDigit(String body) {
        var sum = 0;
        for (var i = 0; i < body.length(); i++) sum += (body.charAt(i) - '0') * (ISSN_WEIGHT - i);
        var check = (11 - sum % 11) % 11;
        return check == 10 ? "X" : String.valueOf(check);
    }

    private static String last(String number) {
        return number.substring(number.length() - 1);
    }
}
