package org.carrel.privacy;

import org.carrel.platform.Setting;

/**
 * What concerns people and is kept for a time only. The sentences about each for the public page stand under
 * {@code kept.NAME} and {@code kept.NAME.why}.
 */
public enum KeptData {
    SEARCH_WORDS(Setting.KEEP_SEARCH_WORDS),
    LOGS(Setting.KEEP_LOGS),
    AUDIT_TRAIL(Setting.KEEP_AUDIT),
    RETURNED_LOANS(Setting.KEEP_RETURNED_LOANS),
    SETTLED_CHARGES(Setting.KEEP_SETTLED_CHARGES),
    PEOPLE_WHO_LEFT(Setting.KEEP_LEFT_PEOPLE),
    ROSTERS(Setting.KEEP_ROSTERS),
    NOTICES(Setting.KEEP_NOTICES),
    BROWSERS(Setting.KEEP_BROWSERS),
    TESTS(Setting.KEEP_TESTS),
    REPORTS(Setting.KEEP_REPORTS);

    private final Setting setting;

    KeptData(Setting setting) {
        this.setting = setting;
    }

    /** That says for how many days. */
    public Setting setting() {
        return setting;
    }
}
