package org.carrel.notices;

import java.util.List;
import java.util.Locale;
import org.carrel.school.NoticeLanguages;

/** A language in which notices are written. */
public enum NoticeLanguage {
    EN,
    ES;

    public Locale locale() {
        return Locale.of(tag());
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of a site, in the order in which they stand in a letter. */
    public static List<NoticeLanguage> of(NoticeLanguages site) {
        return switch (site) {
            case EN -> List.of(EN);
            case ES -> List.of(ES);
            case BOTH -> List.of(EN, ES);
        };
    }
}
