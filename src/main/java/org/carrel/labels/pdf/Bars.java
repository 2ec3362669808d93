package org.carrel.labels.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.labels.LabelTrouble;
import org.carrel.labels.LabelTrouble.Kind;
import org.carrel.labels.Symbology;
import uk.org.okapibarcode.backend.Codabar;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code3Of9;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * A number as bars.
 *
 * @param bars from the left, in widths of the narrowest one
 * @param width of all of them, likewise, without the white around
 */
record Bars(List<Bar> bars, int width) {
    /** White on each side, in widths of the narrowest bar: scanners need it. */
    static final int QUIET = 10;
    /** A dot of most printers, in points: bars are whole dots wide, so that none is wider than another that should be like it. */
    static final double DOT = 72.0 / 300;
    /** Narrower bars are too fine for many scanners, in dots: 6.7 thousandths of an inch. */
    private static final int FEWEST = 2;
    /** Wider ones need not be: 13 thousandths of an inch. */
    private static final int MOST = 4;

    private static final double POINTS_PER_MM = 72 / 25.4;

    /** @param left edge */
    record Bar(double left, double width) {}

    /** @param barcode that the symbology can hold */
    static Bars of(Symbology symbology, String barcode) {
        var symbol = symbol(symbology);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setModuleWidth(1);
        symbol.setQuietZoneHorizontal(0);
        symbol.setContent(
                switch (symbology) {
                    case CODE_128, CODE_39, CODE_39_CHECKED -> barcode;
                    case CODABAR, LIBRARY_CODABAR -> "A" + barcode + "B";
                });
        var bars = symbol.getRectangles().stream().map(Bars::bar).toList();
        return new Bars(bars, symbol.getWidth());
    }

    private static Bar bar(Rectangle rectangle) {
        return new Bar(rectangle.x, rectangle.width);
    }

    private static Symbol symbol(Symbology symbology) {
        return switch (symbology) {
            case CODE_128 -> new Code128();
            case CODE_39 -> new Code3Of9();
            case CODE_39_CHECKED -> {
                var checked = new Code3Of9();
                checked.setCheckDigit(Code3Of9.CheckDigit.MOD43);
                yield checked;
            }
            case CODABAR, LIBRARY_CODABAR -> new Codabar();
        };
    }

    /** How wide the narrowest bar becomes in this room, in points; empty when there is none for it. */
    Optional<Double> narrowest(double room) {
        var dots = Math.min(MOST, (int) (room / DOT / (width + 2 * QUIET)));
        return dots < FEWEST ? Optional.empty() : Optional.of(dots * DOT);
    }

    LabelTrouble noRoom() {
        var needed = (width + 2 * QUIET) * FEWEST * DOT / POINTS_PER_MM;
        return new LabelTrouble(Kind.NO_ROOM_FOR_BARS, String.format(Locale.ROOT, "%.1f", needed));
    }
}
