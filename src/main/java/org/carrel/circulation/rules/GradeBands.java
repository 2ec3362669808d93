package org.carrel.circulation.rules;

import java.util.OptionalInt;
import org.carrel.circulation.GradeBand;
import org.carrel.patrons.PatronCategory;

/** Counts that name nobody (rule PR-2): grades in bands, and no number so small that one knows whose it is. */
public final class GradeBands {
    /** Fewer than these are not told. */
    public static final int FEWEST = 5;

    private GradeBands() {}

    /** @param grade as rosters write it, or empty */
    public static GradeBand of(PatronCategory category, String grade) {
        if (category != PatronCategory.STUDENT) return GradeBand.GROWN_UP;
        return switch (GradeOrder.code(grade).orElse("")) {
            case "PK", "TK", "KG", "01", "02" -> GradeBand.PK_2;
            case "03", "04", "05" -> GradeBand.G3_5;
            case "06", "07", "08" -> GradeBand.G6_8;
            case "09", "10", "11", "12", "13" -> GradeBand.G9_12;
            default -> GradeBand.NO_GRADE;
        };
    }

    /** Empty where it is too small to be told; nothing at all may be told. */
    public static OptionalInt told(int count) {
        return count > 0 && count < FEWEST ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
