package org.carrel.labels.rules;

import java.util.List;
import org.carrel.labels.LabelSheet;

/** Sheets that are sold everywhere, and rolls of label printers. Sizes of inches are rounded to the hundredth of a millimetre. */
public final class ShippedSheets {
    private static final int LETTER_WIDTH = 21590;
    private static final int LETTER_HEIGHT = 27940;
    private static final int A4_WIDTH = 21000;
    private static final int A4_HEIGHT = 29700;

    /** The first is what somebody gets who chooses none. */
    public static final List<LabelSheet> ALL = List.of(
            // 2⅝ by 1 inch: Avery 5160 and the like
            letter("LETTER_30", 3, 10, 476, 1270, 6668, 2540, 6985, 2540),
            // 4 by 1 inch: Avery 5161 and the like
            letter("LETTER_20", 2, 10, 397, 1270, 10160, 2540, 10636, 2540),
            // 1¾ by ½ inch: Avery 5167 and the like
            letter("LETTER_80", 4, 20, 714, 1270, 4445, 1270, 5239, 1270),
            // spines, 1½ by 1 inch, a sixteenth of an inch between them
            letter("LETTER_SPINE_50", 5, 10, 953, 1270, 3810, 2540, 3969, 2540),
            // 63.5 by 38.1 mm: Avery L7160 and the like
            a4("A4_21", 3, 7, 725, 1515, 6350, 3810, 6600, 3810),
            // 63.5 by 33.9 mm: Avery L7159 and the like
            a4("A4_24", 3, 8, 725, 1290, 6350, 3390, 6600, 3390),
            // 38.1 by 21.2 mm: Avery L7651 and the like
            a4("A4_65", 5, 13, 475, 1070, 3810, 2120, 4060, 2120),
            roll("ROLL_62", 6200, 2900),
            // 1 by 1½ inches, for spines
            roll("ROLL_SPINE", 2540, 3810));

    private ShippedSheets() {}

    private static LabelSheet letter(
            String key, int columns, int rows, int left, int top, int width, int height, int across, int down) {
        return new LabelSheet(
                key, "", LETTER_WIDTH, LETTER_HEIGHT, columns, rows, left, top, width, height, across, down);
    }

    private static LabelSheet a4(
            String key, int columns, int rows, int left, int top, int width, int height, int across, int down) {
        return new LabelSheet(key, "", A4_WIDTH, A4_HEIGHT, columns, rows, left, top, width, height, across, down);
    }

    private static LabelSheet roll(String key, int width, int height) {
        return new LabelSheet(key, "", width, height, 1, 1, 0, 0, width, height, 0, 0);
    }
}
