package org.carrel.circulation.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Grades of students from low to high, in the codes that the rosters' people have. */
public final class GradeOrder {
    private static final List<String> IN_ORDER =
            List.of("PK", "TK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13");

    private GradeOrder() {}

    /** From low to high. */
    public static List<String> codes() {
        return IN_ORDER;
    }

    /** {@code 6} is {@code 06}, {@code K} is {@code KG}; empty for what is no grade. */
    public static Optional<String> code(String typed) {
        var upper = typed.strip().toUpperCase(Locale.ROOT);
        var code = upper.equals("K") ? "KG" : upper.matches("[1-9]") ? "0" + upper : upper;
        return IN_ORDER.contains(code) ? Optional.of(code) : Optional.empty();
    }

    /** True also when nobody knows the student's grade: a gap in a roster keeps no child from a book. */
    public static boolean reaches(String grade, String lowest) {
        var own = code(grade);
        return own.isEmpty() || IN_ORDER.indexOf(own.get()) >= IN_ORDER.indexOf(lowest);
    }
}
