package org.carrel.browser;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Sentences of the English bundle that stand in a text though the Spanish one has others. */
final class EnglishWords {
    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final int SHORTEST = 6;

    private EnglishWords() {}

    static List<String> of(String text) {
        var english = bundle(Locale.ROOT);
        var spanish = bundle(Locale.of("es"));
        var lines = text.lines().map(String::strip).toList();
        return english.keySet().stream()
                .filter(key -> !key.equals("page.otherLanguage") && !key.startsWith("language."))
                .filter(key -> !english.getString(key).equals(spanish.getString(key)))
                .map(english::getString)
                .filter(sentence -> sentence.length() >= SHORTEST && !sentence.contains("{"))
                .filter(lines::contains)
                .toList();
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.carrel.messages", locale, EXACT);
    }
}
