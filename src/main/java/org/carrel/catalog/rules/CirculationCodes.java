package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.catalog.DataField;

/**
 * 852 $x as K-12 vendors fill it: {@code FSC@aR@b2@c20240802@fVendor} and {@code FUND:name}, in one or in several
 * subfields; anything else is a note. Codes: a item type, b category, c date acquired, e volume, f vendor, i
 * enumeration, j description.
 */
record CirculationCodes(List<Code> codes, String fund, List<String> notes) {
    private static final Pattern CODE = Pattern.compile("@([a-z])([^@]*(?:@(?![a-z])[^@]*)*)");
    private static final Pattern PART = Pattern.compile("(?=\\bFSC\\s*@|\\bFUND\\s*:)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FSC = Pattern.compile("FSC\\s*(?=@)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FUND = Pattern.compile("FUND\\s*:(.*)", Pattern.CASE_INSENSITIVE);

    record Code(char letter, String value) {}

    static CirculationCodes of(DataField field) {
        var codes = new ArrayList<Code>();
        var notes = new ArrayList<String>();
        var fund = "";
        for (var text :
                FieldText.wanted(field, "x").flatMap(PART::splitAsStream).toList()) {
            var part = text.strip();
            var matcher = FUND.matcher(part);
            if (matcher.matches()) fund = fund.isEmpty() ? matcher.group(1).strip() : fund;
            else if (FSC.matcher(part).lookingAt() || part.startsWith("@")) read(part, codes);
            else if (!part.isEmpty()) notes.add(part);
        }
        return new CirculationCodes(List.copyOf(codes), fund, List.copyOf(notes));
    }

    /** The first value under this letter, or empty. */
    String first(char letter) {
        return all(letter).findFirst().orElse("");
    }

    Stream<String> all(char letter) {
        return codes.stream().filter(code -> code.letter() == letter).map(Code::value);
    }

    private static void read(String part, List<Code> codes) {
        var matcher = CODE.matcher(part);
        while (matcher.find()) {
            var value = matcher.group(2).strip().replaceFirst("\\s*\\bFSC$", "");
            if (!value.isEmpty()) codes.add(new Code(matcher.group(1).charAt(0), value));
        }
    }
}
