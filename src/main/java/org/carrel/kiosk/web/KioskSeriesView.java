package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.carrel.search.SeriesShelves;
import org.carrel.search.SeriesShelves.Place;
import org.jspecify.annotations.Nullable;

/** kiosk/series.xhtml: the volumes of a series in their order, and which of them the library does not have. */
@Named
@RequestScoped
public class KioskSeriesView {
    /** As {@code /series?name=} has it. */
    private static final String NAME = "name";

    @Inject
    HttpServletRequest request;

    @Inject
    SeriesShelves series;

    @Inject
    Cards cards;

    @Inject
    Words words;

    private String name = "";
    private List<Place> places = List.of();

    @PostConstruct
    void load() {
        name = Objects.requireNonNullElse(request.getParameter(NAME), "");
        places = series.find(name);
    }

    /**
     * A volume, or the gap where one should be.
     *
     * @param number in words, empty when the volumes have none
     * @param cards empty for a gap
     */
    public record Row(String number, List<Card> cards) {}

    public List<Row> getRows() {
        var from = new SearchAddress(name, 1, List.of(), List.of());
        return places.stream()
                .map(place -> new Row(number(place.number()), cards.of(place.hits(), from)))
                .toList();
    }

    private String number(@Nullable Double number) {
        return number == null ? "" : words.text("series.number", words.number(number));
    }

    public String getName() {
        return name;
    }

    public boolean isNothing() {
        return places.isEmpty();
    }

    /** The address of the page of a series. */
    static String path(String name) {
        return "/series?" + NAME + "=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
