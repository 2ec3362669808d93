package org.carrel.patrons;

import java.io.Serializable;

/** What there is to say about one row of a roster. */
public record RosterRemark(Kind kind, String detail) implements Serializable {
    /** What was found; its sentence is {@code rosterRemark.NAME}. */
    public enum Kind {
        // The row is refused.
        NO_SOURCED_ID(true),
        NO_NAME(true),
        TWICE(true),
        UNKNOWN_ROLE(true),
        IDENTIFIER_DAMAGED(true),
        BROKEN_LETTERS(true),
        TOO_LONG(true),
        // A person has to decide; nothing is changed until then.
        NUMBER_OF_ANOTHER(false),
        NUMBER_WITHOUT_ZEROS(false),
        PERSON_TWICE(false),
        // Said, and the row is taken.
        LOST_ZEROS(false),
        GRADE_UNKNOWN(false),
        SEVERAL_GRADES(false),
        SEVERAL_SCHOOLS(false),
        SCHOOL_UNKNOWN(false),
        EMAIL_DROPPED(false),
        USERNAME_BY_CASE(false),
        CARD_TAKEN(false),
        CARD_UNUSABLE(false),
        ADDED_BY_HAND(false);

        private final boolean refuses;

        Kind(boolean refuses) {
            this.refuses = refuses;
        }

        /** True when the row cannot be taken. */
        public boolean refuses() {
            return refuses;
        }
    }
}
