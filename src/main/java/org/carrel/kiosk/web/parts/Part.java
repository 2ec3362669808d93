package org.carrel.kiosk.web.parts;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Objects;

/** A component without state or children that writes itself. */
abstract class Part extends UIComponentBase {
    @Override
    public String getFamily() {
        return "org.carrel.Part";
    }

    @Override
    public void encodeAll(FacesContext context) throws IOException {
        if (isRendered()) write(new Markup(context));
    }

    abstract void write(Markup markup) throws IOException;

    final <T> T given(String attribute, Class<T> type) {
        return type.cast(Objects.requireNonNull(getAttributes().get(attribute), attribute));
    }

    final String text(String attribute) {
        return String.valueOf(getAttributes().getOrDefault(attribute, ""));
    }
}
