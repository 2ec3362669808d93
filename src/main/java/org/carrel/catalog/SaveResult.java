package org.carrel.catalog;

import java.util.List;

/** What became of a profile that was to be saved. */
public sealed interface SaveResult {
    /** With its number and its new version. */
    record Saved(ImportProfile profile) implements SaveResult {}

    /** Nothing was saved. At least one problem. */
    record Refused(List<SettingsProblem> problems) implements SaveResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Somebody else changed or removed it meanwhile. Nothing was saved. */
    record Stale() implements SaveResult {}
}
