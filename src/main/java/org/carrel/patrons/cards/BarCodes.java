package org.carrel.patrons.cards;

import org.carrel.patrons.CardPicture;
import org.carrel.patrons.CardPicture.Kind;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code3Of9;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol;

/** Draws bar codes as one path, so that a page needs no picture file and no style. */
public final class BarCodes {
    private static final int HEIGHT = 40;
    /** White in front and behind, in bars: scanners need it. */
    private static final int QUIET = 10;

    private BarCodes() {}

    public static CardPicture of(String number, Kind kind) {
        var symbol = symbol(kind);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setModuleWidth(1);
        symbol.setBarHeight(HEIGHT);
        symbol.setContent(number);
        var path = new StringBuilder();
        for (var bar : symbol.getRectangles()) {
            var left = Math.round(bar.x) + QUIET;
            var width = Math.round(bar.width);
            path.append('M').append(left).append(" 0h").append(width);
            path.append('v').append(HEIGHT).append("h-").append(width).append('z');
        }
        return new CardPicture(symbol.getWidth() + 2 * QUIET, HEIGHT, path.toString());
    }

    private static Symbol symbol(Kind kind) {
        return switch (kind) {
            case CODE_128 -> new Code128();
            case CODE_39 -> new Code3Of9();
        };
    }
}
