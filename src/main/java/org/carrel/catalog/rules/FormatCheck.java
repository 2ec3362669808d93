package org.carrel.catalog.rules;

import java.util.stream.Collectors;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.FieldDefinition;
import org.carrel.catalog.IndicatorDefinition;
import org.carrel.catalog.rules.CheckedRecord.Seat;

/** Each field against its definition: tag, indicators, subfields, repeats, characters that cannot be stored. */
final class FormatCheck {
    private static final int DELETE = 0x7F;

    private FormatCheck() {}

    static void check(CheckedRecord checked) {
        var mainEntry = false;
        for (var seat : checked.seats()) {
            tag(checked, seat);
            characters(checked, seat);
            var isMain = isMainEntry(seat.field().tag());
            if (isMain && mainEntry && seat.occurrence() == 1) {
                checked.add(RecordProblemKind.MAIN_ENTRY_REPEATED, seat.place(""), "");
            }
            mainEntry |= isMain;
        }
    }

    static boolean isMainEntry(String tag) {
        return tag.equals("100") || tag.equals("110") || tag.equals("111") || tag.equals("130");
    }

    private static void tag(CheckedRecord checked, Seat seat) {
        var tag = seat.field().tag();
        if (!isTag(tag)) {
            checked.add(RecordProblemKind.TAG_MALFORMED, seat.place(""), tag);
            return;
        }
        if (seat.field() instanceof DataField == isControlTag(tag) && isNumber(tag)) {
            checked.add(RecordProblemKind.FIELD_OF_OTHER_KIND, seat.place(""), tag);
            return;
        }
        if (seat.field() instanceof DataField data) shape(checked, seat, data);
        if (MarcTables.isObsolete(tag)) return;
        var definition = MarcTables.field(tag).orElse(null);
        if (definition == null) {
            checked.add(RecordProblemKind.TAG_UNDEFINED, seat.place(""), tag);
            return;
        }
        if (!definition.repeatable() && seat.occurrence() > 1) {
            checked.add(RecordProblemKind.FIELD_REPEATED, seat.place(""), tag);
        }
        if (seat.field() instanceof DataField data) content(checked, seat, data, definition);
    }

    private static boolean isTag(String tag) {
        if (tag.length() != 3) return false;
        for (var i = 0; i < tag.length(); i++) {
            var c = tag.charAt(i);
            if (!isDigit(c) && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z')) return false;
        }
        return true;
    }

    private static boolean isControlTag(String tag) {
        return tag.startsWith("00");
    }

    private static boolean isNumber(String tag) {
        return isDigit(tag.charAt(0)) && isDigit(tag.charAt(1)) && isDigit(tag.charAt(2));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What no file can hold, whatever the tag. */
    private static void shape(CheckedRecord checked, Seat seat, DataField field) {
        malformed(checked, seat, field.ind1(), "ind1");
        malformed(checked, seat, field.ind2(), "ind2");
        for (var subfield : field.subfields()) {
            var code = subfield.code();
            if (isDigit(code) || code >= 'a' && code <= 'z') continue;
            var storable = code >= ' ' && code < DELETE;
            var kind = storable ? RecordProblemKind.CODE_UNUSUAL : RecordProblemKind.CODE_MALFORMED;
            checked.add(kind, seat.place("$" + code), subfield.data());
        }
    }

    private static void malformed(CheckedRecord checked, Seat seat, char indicator, String part) {
        if (indicator < ' ' || indicator >= DELETE) {
            checked.add(RecordProblemKind.INDICATOR_MALFORMED, seat.place(part), String.valueOf(indicator));
        }
    }

    private static void content(CheckedRecord checked, Seat seat, DataField field, FieldDefinition definition) {
        if (field.subfields().stream().allMatch(subfield -> subfield.data().isBlank())) {
            checked.add(RecordProblemKind.FIELD_EMPTY, seat.place(""), "");
        }
        if (!isOpen(definition, definition.ind1())) indicator(checked, seat, field.ind1(), definition.ind1(), "ind1");
        if (!isOpen(definition, definition.ind2())) indicator(checked, seat, field.ind2(), definition.ind2(), "ind2");
        subfields(checked, seat, field, definition);
        var named = field.ind1() == '7' && namesSource(definition.ind1())
                || field.ind2() == '7' && namesSource(definition.ind2());
        if (named && field.first('2').isEmpty()) checked.add(RecordProblemKind.SOURCE_MISSING, seat.place("$2"), "");
    }

    private static boolean isOpen(FieldDefinition definition, IndicatorDefinition indicator) {
        return definition.open() && indicator.name().isEmpty();
    }

    /** Does value 7 say that subfield 2 names the list? */
    private static boolean namesSource(IndicatorDefinition indicator) {
        for (var value : indicator.values()) {
            if (value.code().equals("7")) return value.meaning().english().endsWith("subfield 2");
        }
        return false;
    }

    private static void indicator(
            CheckedRecord checked, Seat seat, char value, IndicatorDefinition definition, String part) {
        if (definition.accepts(value) || value < ' ' || value >= DELETE) return;
        var choices = definition.values().stream()
                .map(choice -> choice.code().equals(" ") ? "#" : choice.code())
                .collect(Collectors.joining(" "));
        checked.add(
                RecordProblemKind.INDICATOR_UNDEFINED,
                seat.place(part),
                value == ' ' ? "#" : String.valueOf(value),
                choices.isEmpty() ? "#" : choices);
    }

    private static void subfields(CheckedRecord checked, Seat seat, DataField field, FieldDefinition definition) {
        var seen = 0L;
        var reported = 0L;
        for (var subfield : field.subfields()) {
            var code = subfield.code();
            var bit = 1L << (code & 63);
            var known = definition.subfield(code).orElse(null);
            var repeated = known != null && !known.repeatable() && !definition.open() && (seen & bit) != 0;
            var undefined = !definition.accepts(code) && (isDigit(code) || code >= 'a' && code <= 'z');
            seen |= bit;
            if (!repeated && !undefined || (reported & bit) != 0) continue;
            reported |= bit;
            var kind = undefined ? RecordProblemKind.SUBFIELD_UNDEFINED : RecordProblemKind.SUBFIELD_REPEATED;
            checked.add(kind, seat.place("$" + code), subfield.data());
        }
    }

    private static void characters(CheckedRecord checked, Seat seat) {
        if (seat.field() instanceof ControlField control) {
            character(checked, seat, control.data(), "");
            return;
        }
        for (var subfield : seat.data().subfields()) character(checked, seat, subfield.data(), "$" + subfield.code());
    }

    private static void character(CheckedRecord checked, Seat seat, String text, String part) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= ' ' && c != DELETE) continue;
            checked.add(RecordProblemKind.CONTROL_CHARACTER, seat.place(part), String.format("U+%04X", (int) c));
            return;
        }
    }
}
