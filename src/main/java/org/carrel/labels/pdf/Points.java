package org.carrel.labels.pdf;

/** Points, 72 to the inch: what pages are measured in. */
final class Points {
    private static final double HUNDREDTHS_PER_INCH = 2540;

    private Points() {}

    /** @param hundredths of a millimetre */
    static double of(int hundredths) {
        return hundredths * 72 / HUNDREDTHS_PER_INCH;
    }
}
