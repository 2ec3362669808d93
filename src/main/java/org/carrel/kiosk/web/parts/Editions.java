package org.carrel.kiosk.web.parts;

import jakarta.faces.component.FacesComponent;
import java.io.IOException;
import java.util.List;
import org.carrel.kiosk.web.EditionLine;

/** {@code carrel:editions editions}: the other editions of a work, a line each. */
@FacesComponent("org.carrel.Editions")
public class Editions extends Part {
    @Override
    void write(Markup markup) throws IOException {
        write(markup, Parts.of(given("editions", List.class), EditionLine.class));
    }

    static void write(Markup markup, List<EditionLine> editions) throws IOException {
        markup.open("ul", "class", "edition-list");
        for (var edition : editions) {
            markup.open("li");
            markup.element(
                    "a",
                    edition.title(),
                    "id",
                    "edition-" + edition.id(),
                    "href",
                    markup.address(edition.path()),
                    "lang",
                    markup.language(edition.titleLanguage()),
                    "dir",
                    "auto");
            markup.text(" ").element("span", edition.facts(), "class", "soft").text(" ");
            markup.availability(edition.state(), edition.availability());
            markup.close("li");
        }
        markup.close("ul");
    }
}
