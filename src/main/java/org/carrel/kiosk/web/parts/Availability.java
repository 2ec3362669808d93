package org.carrel.kiosk.web.parts;

import jakarta.faces.component.FacesComponent;
import java.io.IOException;
import org.carrel.kiosk.web.ShelfState;

/** {@code carrel:availability state text}: whether it can be had, by words, icon and colour. */
@FacesComponent("org.carrel.Availability")
public class Availability extends Part {
    @Override
    void write(Markup markup) throws IOException {
        markup.availability(given("state", ShelfState.class), text("text"));
    }
}
