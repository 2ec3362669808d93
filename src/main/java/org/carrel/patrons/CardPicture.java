package org.carrel.patrons;

import java.io.Serializable;
import org.carrel.patrons.cards.BarCodes;

/**
 * The bar code of a card, to be drawn.
 *
 * @param width of the drawing, in widths of the narrowest bar; the white around is counted in
 * @param path as SVG has it
 */
public record CardPicture(int width, int height, String path) implements Serializable {
    /** What scanners read. */
    public enum Kind {
        CODE_128,
        /** Wider; for scanners that read nothing else. */
        CODE_39
    }

    /** @param number as {@link PatronCard#number} has it */
    public static CardPicture of(String number, Kind kind) {
        return BarCodes.of(number, kind);
    }
}
