package org.carrel.labels.rules;

import org.carrel.labels.LabelLook;
import org.carrel.labels.LabelSheet;

/** Where the labels of a run lie. */
public final class SheetPlaces {
    private SheetPlaces() {}

    /** @param sheet which sheet, from 0 @param left edge in hundredths of a millimetre, and {@code top} */
    public record Place(int sheet, int left, int top) {}

    /** @param number of the label in the run, from 0 */
    public static Place of(LabelLook look, int number) {
        var at = look.start() - 1 + number;
        var place = at(look.sheet(), at % look.sheet().perSheet());
        return new Place(at / look.sheet().perSheet(), place.left(), place.top());
    }

    /** On the first sheet. @param cell from 0, row by row */
    public static Place at(LabelSheet sheet, int cell) {
        return new Place(
                0,
                sheet.left() + cell % sheet.columns() * sheet.pitchAcross(),
                sheet.top() + cell / sheet.columns() * sheet.pitchDown());
    }
}
