package org.carrel.kiosk.web.parts;

import jakarta.faces.component.FacesComponent;
import java.io.IOException;
import org.carrel.kiosk.web.CoverBand;

/** {@code carrel:cover band title coverName picture size}: a cover, drawn where there is no picture of it. */
@FacesComponent("org.carrel.Cover")
public class Cover extends Part {
    @Override
    void write(Markup markup) throws IOException {
        markup.cover(given("band", CoverBand.class), text("title"), text("coverName"), text("picture"), text("size"));
    }
}
