package org.carrel.testing.rules;

import java.util.regex.Pattern;

/**
 * What is not to be kept: tickets, seal codes and passwords of tests (TS-6). A text that has the word with a code behind it looks so;
 * the words alone do not, as something may have gone wrong with a ticket.
 */
public final class TestSecrets {
    private static final String WORDS =
            "tickets?|seal codes?|seals?|passwords?|passcodes?|pass phrase|test codes?|proctor codes?"
                    + "|access codes?|session codes?|monitoring codes?|log-?in|user ?name|contraseñas?|boletos?|clave|código(?: de \\w+)?";
    private static final Pattern SECRET = Pattern.compile(
            "(?<![\\p{L}])(?:" + WORDS + ")\\s*(?:number|no\\.?|nr\\.?|#|is|was|es|era|número)?\\s*[:=#]?\\s*"
                    + "(?=[\\p{L}-]*\\d)[\\p{L}\\d-]{4,}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private TestSecrets() {}

    public static boolean looksSo(String text) {
        return SECRET.matcher(text).find();
    }
}
