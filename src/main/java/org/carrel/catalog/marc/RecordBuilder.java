package org.carrel.catalog.marc;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** One record while it is read, from any format: the repairs that are the same for all of them are here. */
final class RecordBuilder {
    private static final int TAG_LENGTH = 3;

    final Findings findings = new Findings();
    private final List<MarcField> fields = new ArrayList<>(32);
    private String leader = "";

    void leader(String raw) {
        if (leader.isEmpty()) leader = raw;
    }

    boolean hasFields() {
        return !fields.isEmpty();
    }

    void control(String tag, String data) {
        fields.add(new ControlField(tag, data));
    }

    void data(String tag, char ind1, char ind2, List<Subfield> subfields) {
        if (subfields.isEmpty()) findings.add(MarcProblem.FIELD_WITHOUT_SUBFIELDS, tag, "");
        fields.add(new DataField(tag, ind1, ind2, subfields));
    }

    /** A tag of exactly three printable characters; a shorter number gets its leading zeros back. */
    String tag(String raw) {
        if (isTag(raw)) return raw;
        var found = raw.strip();
        if (found.isEmpty()) {
            findings.add(MarcProblem.TAG_MISSING, "", raw);
            return "999";
        }
        var tag = new StringBuilder();
        for (int i = 0; i < found.length() && tag.length() < TAG_LENGTH; i++) {
            char c = found.charAt(i);
            tag.append(c > ' ' && c < 0x7F ? c : '9');
        }
        boolean number = tag.chars().allMatch(Character::isDigit);
        while (tag.length() < TAG_LENGTH) tag.insert(number ? 0 : tag.length(), number ? '0' : '9');
        if (!raw.contentEquals(tag)) findings.add(MarcProblem.TAG_REPAIRED, tag.toString(), raw);
        return tag.toString();
    }

    private static boolean isTag(String raw) {
        if (raw.length() != TAG_LENGTH) return false;
        for (int i = 0; i < TAG_LENGTH; i++) {
            if (raw.charAt(i) <= ' ' || raw.charAt(i) >= 0x7F) return false;
        }
        return true;
    }

    /** MARC 21 allows blank, digits and small letters; other printable signs are kept and flagged. */
    char indicator(char found, String tag) {
        if (found >= '0' && found <= '9' || found == ' ' || found >= 'a' && found <= 'z') return found;
        if (found > ' ' && found < 0x7F) {
            findings.add(MarcProblem.INDICATOR_UNUSUAL, tag, String.valueOf(found));
            return found;
        }
        findings.add(MarcProblem.INDICATOR_REPLACED, tag, TextCleaner.named(found));
        return ' ';
    }

    /** What stands before the first subfield: two indicators, or what damage has left of them. */
    Indicators indicators(String before, String tag) {
        if (before.length() == 2) {
            char first = before.charAt(0);
            char second = before.charAt(1);
            if (first >= ' ' && first < 0x7F && second >= ' ' && second < 0x7F) {
                return new Indicators(indicator(first, tag), indicator(second, tag), "");
            }
        }
        var found = withoutBidiMarks(before);
        if (found.length() > 3 && !(isUsual(found.charAt(0)) && isUsual(found.charAt(1)))) {
            return new Indicators(' ', ' ', found); // text without indicators
        }
        if (found.length() < 2 || found.length() == 3) findings.add(MarcProblem.INDICATOR_COUNT_WRONG, tag, found);
        char ind1 = found.isEmpty() ? ' ' : indicator(found.charAt(0), tag);
        char ind2 = found.length() < 2 ? ' ' : indicator(found.charAt(1), tag);
        // One character more is a third indicator or a stray sign, more than one is text that lost its code.
        return new Indicators(ind1, ind2, found.length() <= 3 ? "" : found.substring(2));
    }

    private static boolean isUsual(char indicator) {
        return indicator == ' ' || indicator >= '0' && indicator <= '9';
    }

    /** Two indicators, and the text that should have had a subfield code. */
    record Indicators(char first, char second, String rest) {}

    /** Display marks that some editors write between the indicators and the first subfield. */
    private static String withoutBidiMarks(String text) {
        return text.replace("\u200E", "").replace("\u200F", "").replace("\uFEFF", "");
    }

    /** Text without a subfield code is kept as $a of its field. */
    void textBeforeSubfield(String text, String tag, List<Subfield> subfields) {
        if (text.isBlank()) return;
        findings.add(MarcProblem.TEXT_BEFORE_SUBFIELD, tag, text);
        subfields.add(new Subfield('a', text));
    }

    /** A plain code is kept; an accented letter gives its base letter; what cannot be a code becomes $a or $?. */
    char code(int found, String tag, boolean first) {
        if (found >= 'a' && found <= 'z' || found >= '0' && found <= '9') return (char) found;
        if (found >= ' ' && found < 0x7F) {
            findings.add(MarcProblem.SUBFIELD_CODE_UNUSUAL, tag, Character.toString(found));
            return (char) found;
        }
        findings.add(MarcProblem.SUBFIELD_CODE_REPAIRED, tag, String.format("U+%04X", found));
        int base = Normalizer.normalize(Character.toString(found), Normalizer.Form.NFD)
                .codePointAt(0);
        if (base >= 'a' && base <= 'z' || base >= '0' && base <= '9') return (char) base;
        return first ? 'a' : '?';
    }

    /** Empty when nothing was found that could be a field. */
    Optional<MarcRecord> build() {
        if (fields.isEmpty()) return Optional.empty();
        var record = new MarcRecord(LeaderRepair.repair(leader, findings), fields);
        long numbers =
                fields.stream().filter(field -> field.tag().equals("001")).count();
        if (numbers > 1)
            findings.add(
                    MarcProblem.CONTROL_NUMBER_REPEATED,
                    "001",
                    record.control("001").orElse(""));
        return Optional.of(record);
    }
}
