package org.carrel.platform.rest;

import org.carrel.platform.web.Bundles;
import org.carrel.platform.web.ScreenLanguage;

/** What a status means here and what to do about it, in the languages of the screens. */
final class ProblemWords {
    private static final String BUNDLE = "org.carrel.api";

    private ProblemWords() {}

    /** Empty for a status that speaks for itself. */
    static String detail(int status, ScreenLanguage language) {
        var words = Bundles.of(BUNDLE, language);
        var key = "problem." + status;
        return words.containsKey(key) ? words.getString(key) : "";
    }
}
