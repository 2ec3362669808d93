package org.carrel.catalog.rules;

import java.util.Locale;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.rules.CheckedRecord.Seat;

/** 041: codes of three letters, one in each subfield. */
final class LanguageCheck {
    private static final int CODE_LENGTH = 3;
    private static final String CODED = "abdefghijkmnpqrt";

    private LanguageCheck() {}

    static void check(CheckedRecord checked) {
        for (var seat : checked.seats("041")) {
            if (seat.data().ind2() == '7') continue;
            for (var subfield : seat.data().subfields()) {
                if (CODED.indexOf(subfield.code()) >= 0) code(checked, seat, subfield);
            }
        }
    }

    private static void code(CheckedRecord checked, Seat seat, Subfield subfield) {
        var text = subfield.data().strip();
        var place = seat.place("$" + subfield.code());
        if (text.isEmpty() || isCode(text)) return;
        if (isPacked(text)) checked.add(RecordProblemKind.LANGUAGES_PACKED, place, text);
        else checked.add(RecordProblemKind.LANGUAGE_UNKNOWN, place, text);
    }

    private static boolean isCode(String text) {
        var code = text.toLowerCase(Locale.ROOT);
        return MarcTables.language(code).isPresent()
                || code.length() == CODE_LENGTH && MarcTables.oldLanguages().contains(code);
    }

    private static boolean isPacked(String text) {
        if (text.length() <= CODE_LENGTH || text.length() % CODE_LENGTH != 0) return false;
        for (var at = 0; at < text.length(); at += CODE_LENGTH) {
            if (!isCode(text.substring(at, at + CODE_LENGTH))) return false;
        }
        return true;
    }
}
