package org.carrel.kiosk.web.parts;

import jakarta.faces.component.FacesComponent;
import java.io.IOException;
import java.util.List;
import org.carrel.kiosk.web.Card;

/** {@code carrel:hits cards}: found things, an item of a list each. */
@FacesComponent("org.carrel.Hits")
public class Hits extends Part {
    @Override
    void write(Markup markup) throws IOException {
        for (var card : Parts.of(given("cards", List.class), Card.class)) {
            markup.open("li", "class", "hit", "id", "hit-" + card.id());
            hit(markup, card);
            markup.close("li");
        }
    }

    private static void hit(Markup markup, Card card) throws IOException {
        markup.cover(card.band(), card.title(), card.coverName(), card.picture(), "");
        markup.open("div", "class", "hit-text");
        markup.open("h2");
        var language = markup.language(card.titleLanguage());
        markup.element("a", card.title(), "href", markup.address(card.path()), "lang", language, "dir", "auto");
        markup.close("h2");
        markup.element("p", card.facts(), "class", "soft facts");
        if (!card.summary().isEmpty()) markup.element("p", card.summary(), "class", "summary", "dir", "auto");
        where(markup, card);
        if (!card.editions().isEmpty()) editions(markup, card);
        markup.close("div");
    }

    private static void where(Markup markup, Card card) throws IOException {
        markup.open("p", "class", "where");
        markup.availability(card.state(), card.availability());
        if (!card.callNumber().isEmpty()) markup.text(" ").element("strong", card.callNumber(), "class", "call");
        if (!card.place().isEmpty()) {
            markup.text(" ").open("span", "class", "soft place").icon("place");
            markup.text(card.place()).close("span");
        }
        if (!card.wherePath().isEmpty()) {
            markup.text(" ").open("a", "class", "show-where", "href", markup.address(card.wherePath()));
            markup.icon("place");
            markup.element("span", markup.message("where.show"))
                    .element("span", ": " + card.title(), "class", "hidden");
            markup.close("a");
        }
        markup.close("p");
    }

    private static void editions(Markup markup, Card card) throws IOException {
        markup.open("details", "class", "editions", "id", "editions-" + card.id());
        markup.open("summary").text(card.editionsText());
        markup.element("span", ": " + card.title(), "class", "hidden").close("summary");
        Editions.write(markup, card.editions());
        markup.close("details");
    }
}
