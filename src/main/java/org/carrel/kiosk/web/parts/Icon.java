package org.carrel.kiosk.web.parts;

import jakarta.faces.component.FacesComponent;
import java.io.IOException;

/** {@code carrel:icon name}: one of icons.svg, for the eye only. */
@FacesComponent("org.carrel.Icon")
public class Icon extends Part {
    @Override
    void write(Markup markup) throws IOException {
        markup.icon(text("name"));
    }
}
