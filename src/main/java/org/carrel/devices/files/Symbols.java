package org.carrel.devices.files;

import org.carrel.devices.LabelPicture;
import org.carrel.devices.LabelPicture.Kind;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;

/** Draws bar codes as one path, so that a page needs no picture file and no style. */
public final class Symbols {
    private static final int BAR_HEIGHT = 40;
    /** White around, in widths of the narrowest bar or point: scanners need it. */
    private static final int QUIET_BARS = 10;

    private static final int QUIET_POINTS = 4;

    private Symbols() {}

    public static LabelPicture of(String tag, Kind kind) {
        return switch (kind) {
            case CODE_128 -> bars(tag);
            case QR -> points(tag);
        };
    }

    private static LabelPicture bars(String tag) {
        var symbol = new Code128();
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setModuleWidth(1);
        symbol.setBarHeight(BAR_HEIGHT);
        symbol.setContent(tag);
        return new LabelPicture(symbol.getWidth() + 2 * QUIET_BARS, BAR_HEIGHT, path(symbol, QUIET_BARS, 0));
    }

    private static LabelPicture points(String tag) {
        var symbol = new QrCode();
        symbol.setPreferredEccLevel(QrCode.EccLevel.M);
        symbol.setModuleWidth(1);
        symbol.setContent(tag);
        var side = symbol.getWidth() + 2 * QUIET_POINTS;
        return new LabelPicture(side, side, path(symbol, QUIET_POINTS, QUIET_POINTS));
    }

    private static String path(Symbol symbol, int left, int top) {
        var path = new StringBuilder();
        for (var bar : symbol.getRectangles()) {
            var width = Math.round(bar.width);
            path.append('M').append(Math.round(bar.x) + left).append(' ').append(Math.round(bar.y) + top);
            path.append('h').append(width).append('v').append(Math.round(bar.height));
            path.append("h-").append(width).append('z');
        }
        return path.toString();
    }
}
