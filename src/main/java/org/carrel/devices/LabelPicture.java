package org.carrel.devices;

import java.io.Serializable;
import org.carrel.devices.files.Symbols;

/**
 * An asset tag as scanners read it, to be drawn.
 *
 * @param width of the drawing, in widths of the narrowest bar or point; the white around is counted in
 * @param path as SVG has it
 */
public record LabelPicture(int width, int height, String path) implements Serializable {
    /** What scanners read. */
    public enum Kind {
        CODE_128,
        /** Smaller; for scanners with a camera, and for telephones. */
        QR
    }

    /** @param tag printable ASCII, as bars at most 64 signs, as points at most 1,000 */
    public static LabelPicture of(String tag, Kind kind) {
        return Symbols.of(tag, kind);
    }
}
