package org.carrel.scheduling;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.carrel.platform.Days;

/** Why something cannot be booked, one sentence for each reason: for pages, letters and programs alike. */
public final class ReasonWords {
    private static final Control ENGLISH_LAST = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle words;

    /** @param language English or Spanish */
    public ReasonWords(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("org.carrel.scheduling.words", language, ENGLISH_LAST);
    }

    /** @param thing name of what it is about; empty where nobody has said */
    public String of(BookingReason reason, String thing) {
        var details = new ArrayList<Object>();
        details.add(thing.isEmpty() ? words.getString("reason.something") : thing);
        reason.facts().forEach(fact -> details.add(readable(fact)));
        return new MessageFormat(words.getString("reason." + reason.kind()), language).format(details.toArray());
    }

    /** Days as people write them, numbers as numbers, names as they are. */
    private Object readable(String fact) {
        var day = Days.read(fact);
        if (day.isPresent()) return day(day.get());
        return fact.matches("[0-9]{1,9}") ? Integer.valueOf(fact) : fact;
    }

    private String day(LocalDate day) {
        var pattern = "es".equals(language.getLanguage()) ? "EEE d MMM y" : "EEE, MMM d, y";
        return DateTimeFormatter.ofPattern(pattern, language).format(day);
    }
}
