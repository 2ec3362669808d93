package org.carrel.labels;

import java.io.Serializable;

/**
 * How the printer of a workstation prints off, and what is done against it.
 *
 * @param id 0 for one that is not stored
 * @param moveRight by how much everything is moved to the right, in hundredths of a millimetre; less than 0: to the left
 * @param moveDown likewise, down
 * @param scale of what is drawn, in tenths of a percent
 */
public record LabelPrinter(int id, String name, int moveRight, int moveDown, int scale) implements Serializable {
    /** As large as it is. */
    public static final int WHOLE = 1000;

    /** A printer that prints where it should. */
    public static final LabelPrinter EXACT = new LabelPrinter(0, "", 0, 0, WHOLE);
}
