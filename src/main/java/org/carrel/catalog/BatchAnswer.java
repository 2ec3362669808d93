package org.carrel.catalog;

import java.util.Optional;

/** What came of asking for a batch. */
public sealed interface BatchAnswer {
    /** It is looked at now; nothing is changed before somebody says so. @param number of the batch */
    record Asked(long number) implements BatchAnswer {}

    /** It cannot be meant. @param problem empty: no record or copy was found */
    record Wrong(Optional<SettingsProblem> problem) implements BatchAnswer {}
}
