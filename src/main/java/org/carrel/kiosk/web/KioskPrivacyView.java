package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.carrel.privacy.KeptData;
import org.carrel.privacy.Retention;
import org.carrel.privacy.Retention.Promise;
import org.jspecify.annotations.Nullable;

/** kiosk/privacy.xhtml: what is kept of people and for how long, just as the settings say. */
@Named
@RequestScoped
public class KioskPrivacyView {
    @Inject
    Retention retention;

    @Inject
    Words words;

    private @Nullable Promise promise;

    @PostConstruct
    void load() {
        promise = retention.promise();
    }

    /** One kind of data. @param id for the address of the row */
    public record Row(String id, String what, String why, String days) {}

    public List<Row> getRows() {
        return rows(words, promise().days());
    }

    static List<Row> rows(Words words, Map<KeptData, Integer> days) {
        return Arrays.stream(KeptData.values())
                .map(kind -> new Row(
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        words.text("kept." + kind),
                        words.text("kept." + kind + ".why"),
                        words.text("privacy.days", days.getOrDefault(kind, 0))))
                .toList();
    }

    public String getVersion() {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.language().locale())
                .format(promise().from());
        return words.text("privacy.version", promise().version(), day);
    }

    private Promise promise() {
        return Objects.requireNonNull(promise);
    }
}
