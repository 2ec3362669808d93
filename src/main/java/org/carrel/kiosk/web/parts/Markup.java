package org.carrel.kiosk.web.parts;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Locale;
import java.util.ResourceBundle;
import org.carrel.kiosk.web.CoverBand;
import org.carrel.kiosk.web.ShelfState;

/** Writes the elements that the pages of readers have in common. What it is given is escaped by the writer of the page. */
final class Markup {
    private static final String ICONS = Markup.class.getName();

    private final FacesContext context;
    private final ResponseWriter writer;

    Markup(FacesContext context) {
        this.context = context;
        this.writer = context.getResponseWriter();
    }

    /** @param attributes names and values in turns; an empty value is left out */
    Markup open(String element, String... attributes) throws IOException {
        writer.startElement(element, null);
        for (var at = 0; at < attributes.length; at += 2)
            if (!attributes[at + 1].isEmpty()) writer.writeAttribute(attributes[at], attributes[at + 1], null);
        return this;
    }

    Markup close(String element) throws IOException {
        writer.endElement(element);
        return this;
    }

    Markup text(String text) throws IOException {
        writer.writeText(text, null);
        return this;
    }

    /** An element with nothing but a text in it. */
    Markup element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close(element);
    }

    Markup icon(String name) throws IOException {
        open("svg", "class", "icon", "aria-hidden", "true", "focusable", "false");
        open("use", "href", icons() + "#" + name).close("use");
        return close("svg");
    }

    void availability(ShelfState state, String text) throws IOException {
        open("span", "class", "tag shelf-" + state.name().toLowerCase(Locale.ROOT));
        icon(state.name().toLowerCase(Locale.ROOT));
        text(text).close("span");
    }

    /**
     * A cover. The title stands beside it or in words that are read aloud, so that the picture says nothing of its own.
     *
     * @param picture after the context path; empty: it is drawn
     * @param size a further class; empty for the usual one
     */
    void cover(CoverBand band, String title, String name, String picture, String size) throws IOException {
        if (!picture.isEmpty()) {
            open("span", "class", ("cover pictured " + size).strip(), "aria-hidden", "true");
            // An empty attribute is left out by open(), and a picture without alt is read out by its address.
            open("img", "src", address(picture), "loading", "lazy", "draggable", "false");
            writer.writeAttribute("alt", "", null);
            close("img").close("span");
            return;
        }
        open("span", "class", ("cover " + band.css() + " " + size).strip(), "aria-hidden", "true");
        element("span", title, "class", "cover-title", "dir", "auto");
        element("span", name, "class", "cover-name", "dir", "auto");
        close("span");
    }

    /** @param path after the context path */
    String address(String path) {
        return context.getExternalContext().getRequestContextPath() + path;
    }

    /** BCP 47. @param language empty for the screen's */
    String language(String language) {
        return language.isEmpty() ? context.getViewRoot().getLocale().toLanguageTag() : language;
    }

    String message(String key) {
        return ask("#{msg}", ResourceBundle.class).getString(key);
    }

    /** The same for all icons of a page. */
    private String icons() {
        return (String) context.getAttributes()
                .computeIfAbsent(ICONS, key -> ask("#{screenView.asset('icons/icons.svg')}", String.class));
    }

    private <T> T ask(String expression, Class<T> type) {
        return context.getApplication().evaluateExpressionGet(context, expression, type);
    }
}
