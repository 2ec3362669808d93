package org.carrel.catalog.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers by which agencies know a record: LCCN, OCLC number, ISSN, each in its normal form. */
public final class Numbers {
    private static final int SERIAL_DIGITS = 6;
    private static final Pattern LCCN = Pattern.compile("[a-z]{0,3}[0-9]{8}|[a-z]{0,2}[0-9]{10}");
    private static final Pattern OCLC_IN_035 = Pattern.compile(
            "\\s*\\(OCo?LC\\)\\s*(?:ocm|ocn|on|#)?\\s*0*([1-9][0-9]{0,14}).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OCLC_PREFIXED =
            Pattern.compile("\\s*(?:ocm|ocn|on)\\s*0*([1-9][0-9]{0,14})\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OCLC_BARE =
            Pattern.compile("\\s*(?:ocm|ocn|on)?\\s*0*([1-9][0-9]{0,14})\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISSN = Pattern.compile("([0-9]{4})-?([0-9]{3}[0-9X])(?![0-9])");

    private Numbers() {}

    /**
     * 010 $a by the Library of Congress rule: no blanks, nothing from a slash on, and the part after the hyphen filled
     * up with zeros to six digits. Empty when the result does not have the shape of an LCCN.
     */
    public static Optional<String> lccn(String text) {
        var compact = text.replaceAll("[\\s\\p{Z}]", "").toLowerCase(Locale.ROOT);
        var slash = compact.indexOf('/');
        if (slash >= 0) compact = compact.substring(0, slash);
        var hyphen = compact.indexOf('-');
        if (hyphen >= 0) {
            var serial = compact.substring(hyphen + 1);
            compact = compact.substring(0, hyphen) + "0".repeat(Math.max(0, SERIAL_DIGITS - serial.length())) + serial;
        }
        return Optional.of(compact).filter(number -> LCCN.matcher(number).matches());
    }

    /** 035 $a with the prefix (OCoLC), or a number that starts with ocm, ocn or on; digits without leading zeros. */
    public static Optional<String> oclc(String text) {
        var in035 = OCLC_IN_035.matcher(text);
        if (in035.matches()) return Optional.of(in035.group(1));
        var prefixed = OCLC_PREFIXED.matcher(text);
        return prefixed.matches() ? Optional.of(prefixed.group(1)) : Optional.empty();
    }

    /** 001 of a record whose 003 is OCoLC. */
    static Optional<String> oclcControlNumber(String text) {
        var bare = OCLC_BARE.matcher(text);
        return bare.matches() ? Optional.of(bare.group(1)) : Optional.empty();
    }

    /** 022 $a as 1234-567X (ISO 3297); empty when the check digit is wrong. */
    public static Optional<String> issn(String text) {
        var matcher = ISSN.matcher(FieldText.clean(text).toUpperCase(Locale.ROOT));
        if (!matcher.find()) return Optional.empty();
        var digits = matcher.group(1) + matcher.group(2);
        var sum = 0;
        for (var i = 0; i < 7; i++) sum += (digits.charAt(i) - '0') * (8 - i);
        var check = (11 - sum % 11) % 11;
        var right = digits.charAt(7) == (check == 10 ? 'X' : (char) ('0' + check));
        return right ? Optional.of(matcher.group(1) + "-" + matcher.group(2)) : Optional.empty();
    }
}
