package org.carrel.devices;

import java.util.Locale;

/** Sheets of labels that are sold everywhere, and the roll of a label printer. Sizes are in the style sheet, by {@link #style}. */
public enum LabelSheet {
    /** US Letter, 3 by 10, 2⅝ by 1 inch (Avery 5160 and the like). */
    LETTER_30(3, 10),
    /** US Letter, 4 by 20, 1¾ by ½ inch (Avery 5167 and the like). */
    LETTER_80(4, 20),
    /** A4, 3 by 7, 63.5 by 38.1 mm (Avery L7160 and the like). */
    A4_21(3, 7),
    /** A4, 5 by 13, 38.1 by 21.2 mm (Avery L7651 and the like). */
    A4_65(5, 13),
    /** One label after another, 62 by 29 mm. */
    ROLL_62(1, 1);

    private final int columns;
    private final int rows;

    LabelSheet(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    public int perSheet() {
        return columns * rows;
    }

    /** Name of its style. */
    public String style() {
        return "labels-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
