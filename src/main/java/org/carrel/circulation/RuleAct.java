package org.carrel.circulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to the table of loan rules. */
public enum RuleAct {
    /** The rules of a first start. */
    FIRST,
    /** A rule was added or changed. */
    EDIT,
    REMOVE,
    GROUP,
    UNGROUP,
    SCHEDULE,
    UNSCHEDULE,
    /** An older version holds again. */
    RESTORE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RuleAct> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }
}
