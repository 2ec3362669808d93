package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carrel.platform.web.ReaderLanguage;

/** kiosk/offline.xhtml: kept by browsers for whoever comes, so it speaks both languages. */
@Named
@RequestScoped
public class KioskOfflineView {
    @Inject
    ReaderLanguage language;

    /** A text of the bundle in the language that the page itself is not in. */
    public String other(String key) {
        return Words.bundle(language.get().other()).getString(key);
    }
}
