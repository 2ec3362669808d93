package org.carrel.catalog;

import java.io.Serializable;
import java.util.Locale;

/** A name or a sentence of the trade in both languages of the screens; Spanish says <em>usted</em>. */
public record Wording(String english, String spanish) implements Serializable {
    /** Nothing to say. */
    public static final Wording NONE = new Wording("", "");

    /** Spanish for Spanish, English for every other language. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? spanish : english;
    }

    public boolean isEmpty() {
        return english.isEmpty();
    }
}
