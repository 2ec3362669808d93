package org.carrel.desk.web;

import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.platform.web.Bundles;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.search.SearchHit;

/** An edition in the words in which the kiosk shows it: "Audiobook · Spanish · 2004". */
final class EditionWords {
    private final ResourceBundle kiosk;

    EditionWords(ScreenLanguage language) {
        this.kiosk = Bundles.of("org.carrel.messages", language);
    }

    String of(SearchHit edition) {
        var languages = edition.languages().stream().map(this::language).collect(Collectors.joining(", "));
        var year = edition.year().isPresent() ? Integer.toString(edition.yearOrZero()) : "";
        return Stream.of(kiosk.getString("kind." + edition.kind()), languages, year)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String language(String code) {
        var key = "language." + code;
        return kiosk.containsKey(key) ? kiosk.getString(key) : code;
    }
}
