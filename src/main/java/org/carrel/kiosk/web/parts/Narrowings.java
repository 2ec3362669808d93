package org.carrel.kiosk.web.parts;

import jakarta.faces.component.FacesComponent;
import java.io.IOException;
import java.util.List;
import org.carrel.kiosk.web.FacetBox;
import org.carrel.kiosk.web.Narrowing;

/** {@code carrel:narrowings boxes}: the ways to narrow a list of results, with their values; boxes without values are left out. */
@FacesComponent("org.carrel.Narrowings")
public class Narrowings extends Part {
    @Override
    void write(Markup markup) throws IOException {
        for (var box : Parts.of(given("boxes", List.class), FacetBox.class)) {
            if (!box.values().isEmpty()) box(markup, box);
        }
    }

    private static void box(Markup markup, FacetBox box) throws IOException {
        var name = "narrow-" + box.name();
        markup.open("div", "class", "facet");
        markup.element("h2", box.label(), "id", name);
        markup.open("ul", "aria-labelledby", name);
        for (var value : box.values()) {
            markup.open("li");
            value(markup, name, value);
            markup.close("li");
        }
        markup.close("ul").close("div");
    }

    private static void value(Markup markup, String name, Narrowing value) throws IOException {
        var look = value.chosen() ? "choice chosen" : "choice";
        markup.open("a", "id", name + "-" + value.value(), "class", look, "href", markup.address(value.path()));
        markup.open("span", "class", "box");
        if (value.chosen()) markup.icon("check");
        markup.close("span").text(" ");
        markup.element("span", value.label(), "class", "choice-label", "dir", "auto")
                .text(" ");
        if (value.chosen())
            markup.element("span", markup.message("narrow.chosen"), "class", "hidden")
                    .text(" ");
        markup.element("span", String.valueOf(value.count()), "class", "count");
        markup.close("a");
    }
}
