package org.carrel.platform.web;

import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Sentences in the reader's language. */
public final class Bundles {
    /** Never the language of the machine we run on: English is the bundle without a name. */
    private static final Control NO_MACHINE_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Bundles() {}

    /** @param name as {@code org.carrel.messages} */
    public static ResourceBundle of(String name, ScreenLanguage language) {
        return ResourceBundle.getBundle(name, language.locale(), NO_MACHINE_LANGUAGE);
    }
}
