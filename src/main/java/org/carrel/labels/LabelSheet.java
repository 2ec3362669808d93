package org.carrel.labels;

import java.io.Serializable;

/**
 * A sheet of labels, or the roll of a label printer, which is a sheet of one label. All sizes in hundredths of a millimetre, from the upper
 * left corner of the page.
 *
 * @param key by which it is chosen: the name of one that comes with Carrel, or {@code own-} and a number
 * @param name of one of the school's own; those that come with Carrel have their names in the language of the reader, and this is empty
 * @param pitchAcross from the left edge of a label to that of the next one
 * @param pitchDown from the upper edge of a label to that of the one below it
 */
public record LabelSheet(
        String key,
        String name,
        int pageWidth,
        int pageHeight,
        int columns,
        int rows,
        int left,
        int top,
        int width,
        int height,
        int pitchAcross,
        int pitchDown)
        implements Serializable {
    /** Hundredths in a millimetre. */
    public static final int MILLIMETRE = 100;

    public int perSheet() {
        return columns * rows;
    }

    public boolean isOwn() {
        return !name.isEmpty();
    }
}
