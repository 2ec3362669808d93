package org.carrel.circulation;

import java.util.Optional;

/**
 * Why a table of loan rules was not saved, and where it stands.
 *
 * @param place of what
 * @param row which of these, from 1, or the line of a file; 0 for the whole
 * @param field the field it is about; empty for the row as a whole
 * @param detail what was typed, or what is in the way
 */
public record RuleProblem(Place place, int row, Optional<RuleField> field, Kind kind, String detail) {
    /** Parts of the table. */
    public enum Place {
        TABLE,
        RULE,
        GROUP,
        SCHEDULE,
        LINE
    }

    /** What is wrong. */
    public enum Kind {
        /** No rule is for everything, or it says no period. */
        NO_DEFAULT,
        /** Two rules are for the same. */
        RULE_TWICE,
        /** The field cannot be that. */
        NO_VALUE,
        /** A fine, and no time for which it is. */
        NO_INTERVAL,
        /** A total of all loans, in a rule for one item type. */
        TOTAL_OF_TYPE,
        /** A schedule that is not there. */
        NO_SCHEDULE,
        /** A day more than ten years away, or thousands of copies. */
        TOO_MUCH,
        NO_NAME,
        NAME_TWICE,
        /** A group without item types, a schedule without rows. */
        EMPTY,
        /** Not a day that the calendar has. */
        NO_DAY,
        /** A last day before the first, or a due date before the last check-out's. */
        BACKWARDS,
        /** Two rows of a schedule are for the same days, or the later is due sooner. */
        OUT_OF_ORDER,
        NO_CATEGORY,
        /** Too long, or with signs that no code has. */
        NO_CODE,
        NO_FIELD,
        NO_LINE,
        TOO_MANY_ROWS,
        /** Somebody else has changed the rules meanwhile. */
        STALE
    }

    public static RuleProblem of(Place place, int row, Kind kind, String detail) {
        return new RuleProblem(place, row, Optional.empty(), kind, detail);
    }

    public static RuleProblem of(int rule, RuleField field, Kind kind, String detail) {
        return new RuleProblem(Place.RULE, rule, Optional.of(field), kind, detail);
    }
}
