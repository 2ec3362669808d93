package org.carrel.patrons.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Grades in the codes of CEDS, as OneRoster has them: IT, PR, PK, TK, KG, 01 to 13, PS, UG, Other. */
public final class Grades {
    private static final List<String> IN_ORDER = List.of(
            "IT", "PR", "PK", "TK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13");
    private static final List<String> OUT_OF_ORDER = List.of("PS", "UG", "OTHER");

    private Grades() {}

    /** One grade as we keep it: {@code 8} and {@code 8th} become {@code 08}, {@code K} becomes {@code KG}; empty stays empty. */
    public static String code(String text) {
        var upper = text.strip().toUpperCase(Locale.ROOT);
        var digits = upper.replaceFirst("^(?:GRADE\\s*)?([0-9]{1,2})(?:ST|ND|RD|TH)?$", "$1");
        if (digits.matches("[1-9]")) return "0" + digits;
        if (digits.matches("[0-9]{2}")) return digits;
        return switch (upper) {
            case "K", "K5", "KINDERGARTEN" -> "KG";
            case "PREK", "PRE-K" -> "PK";
            default -> upper;
        };
    }

    /** Of several grades the lowest: a student of two grades is at home in the lower. */
    public static String lowest(List<String> grades) {
        return grades.stream()
                .map(Grades::code)
                .filter(code -> !code.isEmpty())
                .min((one, other) -> Integer.compare(place(one), place(other)))
                .orElse("");
    }

    public static boolean isKnown(String code) {
        return IN_ORDER.contains(code) || OUT_OF_ORDER.contains(code);
    }

    /** The grade of the next school year; empty when nobody can say. */
    public static Optional<String> next(String code) {
        if (code.equals("TK") || code.equals("PK")) return Optional.of("KG");
        var at = IN_ORDER.indexOf(code);
        return at < 0 || at + 1 == IN_ORDER.size() ? Optional.empty() : Optional.of(IN_ORDER.get(at + 1));
    }

    /** Where a grade stands among the others; unknown ones come last. */
    public static int place(String code) {
        var at = IN_ORDER.indexOf(code);
        return at >= 0 ? at : IN_ORDER.size() + Math.max(0, OUT_OF_ORDER.indexOf(code));
    }
}
