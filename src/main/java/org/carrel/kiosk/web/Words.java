package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.ResourceBundle;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.platform.web.Bundles;
import org.carrel.platform.web.ReaderLanguage;
import org.carrel.platform.web.ScreenLanguage;

/** The sentences of the screens in the reader's language; in pages {@code #{msg['feature.page.thing']}}. */
@RequestScoped
public class Words {
    private static final String BUNDLE = "org.carrel.messages";

    @Inject
    ReaderLanguage language;

    /** The bundle itself, for sentences without numbers or names in them. */
    @Produces
    @Named("msg")
    ResourceBundle bundle() {
        return bundle(language.get());
    }

    static ResourceBundle bundle(ScreenLanguage language) {
        return Bundles.of(BUNDLE, language);
    }

    /** A sentence with its {0}, {1} filled in, as {@link MessageFormat} does. */
    public String text(String key, Object... details) {
        return new MessageFormat(bundle().getString(key), language.get().locale()).format(details);
    }

    public ScreenLanguage language() {
        return language.get();
    }

    /** At most one digit after the point. */
    public String number(double number) {
        var format = NumberFormat.getNumberInstance(language.get().locale());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    public String kind(Kind kind) {
        return bundle().getString("kind." + kind);
    }

    /** The name of a MARC language: ours for the common ones, else the one Java knows, else the code. */
    public String languageName(String marcCode) {
        var key = "language." + marcCode;
        return bundle().containsKey(key)
                ? bundle().getString(key)
                : MarcLanguage.name(marcCode, language.get().locale());
    }

    public List<String> languageNames(List<String> marcCodes) {
        return marcCodes.stream().map(this::languageName).toList();
    }
}
