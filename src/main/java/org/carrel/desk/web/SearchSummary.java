package org.carrel.desk.web;

import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.platform.web.Bundles;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.search.Choices.Order;
import org.carrel.search.Facet;
import org.carrel.search.SavedSearch;

/** A saved search in the words in which the kiosk shows it: "whales, Book, Spanish, Newest". */
final class SearchSummary {
    private static final String KIOSK = "org.carrel.messages";

    private final ResourceBundle kiosk;

    SearchSummary(ScreenLanguage language) {
        this.kiosk = Bundles.of(KIOSK, language);
    }

    String of(SavedSearch search) {
        var kinds = search.kinds().stream().map(kind -> word("kind." + kind, kind.name()));
        var languages = search.languages().stream().map(code -> word("language." + code, code));
        var choices = Arrays.stream(Facet.values())
                .flatMap(facet -> search.choices().of(facet).stream().map(value -> choice(facet, value)));
        var order = Stream.of(search.choices().order())
                .filter(chosen -> chosen != Order.BEST)
                .map(chosen -> kiosk.getString("order." + chosen));
        return Stream.of(Stream.of(search.text()), kinds, languages, choices, order)
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String choice(Facet facet, String value) {
        return switch (facet) {
            case IN, NEW, AWARD -> kiosk.getString("facet." + facet + ".yes");
            case READERS -> word("facet.READERS." + value, value);
            case LEXILE, AR -> kiosk.getString("facet." + facet) + " " + value;
            case TOPIC, SERIES, AUTHOR -> value;
        };
    }

    private String word(String key, String otherwise) {
        return kiosk.containsKey(key) ? kiosk.getString(key) : otherwise;
    }
}
