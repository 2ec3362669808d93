package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.RowPosition;
import org.carrel.catalog.RowPosition.Beside;
import org.carrel.catalog.ShelfMap;

/** Puts a floor plan into words. */
@RequestScoped
public class PlanWords {
    @Inject
    Words words;

    public String name(PlanPart part) {
        return part.label().isEmpty() ? words.text("plan." + part.kind()) : part.label();
    }

    /** The row with the nearest thing beside it, and the part of the room in which it stands. */
    String row(ShelfMap map, PlanPart row, Optional<PlanPart> here) {
        var position = RowPosition.of(map, row, here);
        var area = words.text("plan.area." + position.area());
        return position.beside()
                .map(beside -> words.text("plan.beside." + beside.side(), row.label(), the(beside), area))
                .orElseGet(() -> words.text("plan.alone", row.label(), area));
    }

    private String the(Beside beside) {
        var mark = beside.mark();
        return mark.label().isEmpty() ? words.text("plan.the." + mark.kind()) : words.text("plan.the", mark.label());
    }

    /** Empty when nobody knows where the reader stands. */
    String way(ShelfMap map, PlanPart row, Optional<PlanPart> here) {
        return RowPosition.of(map, row, here)
                .toward()
                .map(area -> words.text("plan.way." + area))
                .orElse("");
    }
}
