package org.carrel.notices;

import java.io.Serializable;

/**
 * The words of one kind of notice in one language, with placeholders such as <code>{things}</code>.
 *
 * @param version of a site's own words; 0 for those that Carrel brings
 */
public record NoticeText(NoticeKind kind, NoticeLanguage language, String subject, String body, int version)
        implements Serializable {
    /** Longest subject and longest body, in characters. */
    public static final int MAX_SUBJECT = 120;

    public static final int MAX_BODY = 4_000;

    public boolean isOwn() {
        return version > 0;
    }
}
