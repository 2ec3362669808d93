package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ResourceBundle;
import org.carrel.catalog.Finding;
import org.carrel.catalog.PastImport;
import org.carrel.platform.web.Bundles;
import org.carrel.platform.web.ReaderLanguage;
import org.carrel.platform.web.ScreenLanguage;

/** The sentences of the staff pages in the reader's language; in pages {@code #{staff['page.thing']}}. */
@RequestScoped
public class StaffWords {
    private static final String BUNDLE = "org.carrel.staff";

    @Inject
    ReaderLanguage language;

    @Inject
    Clock clock;

    /** The bundle itself, for sentences without numbers or names in them. */
    @Produces
    @Named("staff")
    ResourceBundle bundle() {
        return bundle(language.get());
    }

    static ResourceBundle bundle(ScreenLanguage language) {
        return Bundles.of(BUNDLE, language);
    }

    public ScreenLanguage language() {
        return language.get();
    }

    /** A sentence with its {0}, {1} filled in, as {@link MessageFormat} does. */
    public String text(String key, Object... details) {
        return new MessageFormat(bundle().getString(key), language.get().locale()).format(details);
    }

    /** The sentence of a problem, from the bundle of the feature that has found it. */
    public String text(Finding finding) {
        var problem = finding.problem();
        var pattern = Bundles.of(problem.bundle(), language.get()).getString("problem." + problem.name());
        return new MessageFormat(pattern, language.get().locale())
                .format(new Object[] {finding.place(), finding.detail()})
                .strip();
    }

    /** Why a file was not taken; empty when it was. What was refused long ago is known in English only. */
    String refused(PastImport past) {
        return past.whyRefused().map(this::text).orElse(past.refused());
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.get().locale()).format(number);
    }

    /** The day, where the server stands. */
    public String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.get().locale())
                .withZone(clock.getZone())
                .format(instant);
    }

    /** Day and time of day, where the server stands. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.get().locale())
                .withZone(clock.getZone())
                .format(instant);
    }
}
