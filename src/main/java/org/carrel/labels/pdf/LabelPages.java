package org.carrel.labels.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.carrel.labels.LabelCopy;
import org.carrel.labels.LabelKind;
import org.carrel.labels.LabelLook;
import org.carrel.labels.LabelPrinter;
import org.carrel.labels.LabelSheet;
import org.carrel.labels.rules.SheetPlaces;
import org.carrel.labels.rules.SpineLines;
import org.carrel.labels.rules.TextLine;

/** Writes pages of labels, and the page by which a printer is measured. */
public final class LabelPages {
    private static final int MM = LabelSheet.MILLIMETRE;
    /** Where the cross lies by which a printer is measured, and how long its arms are, in hundredths of a millimetre. */
    private static final int CROSS = 20 * MM;

    private static final int ARM = 10 * MM;
    private static final int TICK = 2 * MM;
    private static final double THIN = 0.25;
    private static final double NOTE = 9;

    private final LabelLook look;
    private final LabelDesign design;

    public LabelPages(LabelLook look) {
        this.look = look;
        this.design = new LabelDesign(look);
    }

    /** The labels of each copy one after another, sheet by sheet. @param copies at least one @param title of the document */
    public byte[] labels(List<LabelCopy> copies, String title, Locale language) {
        try (var document = new LabelDocument(look.sheet(), look.printer(), title, language)) {
            var number = 0;
            var sheet = 0;
            for (var copy : copies)
                for (var kind : LabelKind.values()) {
                    if (!look.kinds().contains(kind)) continue;
                    var place = SheetPlaces.of(look, number++);
                    if (place.sheet() != sheet) document.nextPage();
                    sheet = place.sheet();
                    draw(document, place, kind, copy);
                }
            return document.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(LabelDocument document, SheetPlaces.Place place, LabelKind kind, LabelCopy copy)
            throws IOException {
        switch (kind) {
            case SPINE -> {
                var spine = design.spine(copy);
                var lines = spine.lines().stream()
                        .map(line -> new TextLine(line, spine.size(), true))
                        .toList();
                block(document, place, lines);
            }
            case POCKET -> block(document, place, design.pocket(copy));
            case BARCODE -> bars(document, place, design.barcode(copy));
        }
    }

    private void block(LabelDocument document, SheetPlaces.Place place, List<TextLine> lines) throws IOException {
        var height = lines.stream().mapToDouble(TextLine::size).sum() * SpineLines.LEADING;
        var top = Points.of(place.top()) + (Points.of(look.sheet().height()) - height) / 2;
        for (var line : lines) top = text(document, place, line, top);
    }

    private double text(LabelDocument document, SheetPlaces.Place place, TextLine line, double top) throws IOException {
        return document.text(
                line, Points.of(place.left()), top, Points.of(look.sheet().width()));
    }

    private void bars(LabelDocument document, SheetPlaces.Place place, LabelDesign.BarLabel label) throws IOException {
        var top = Points.of(place.top() + LabelDesign.WHITE);
        for (var line : label.above()) top = text(document, place, line, top);
        if (label.number().isPresent()) {
            var bars = label.number().get();
            var narrowest = design.narrowest(bars).orElseThrow();
            var left = Points.of(place.left()) + (Points.of(look.sheet().width()) - bars.width() * narrowest) / 2;
            for (var bar : bars.bars())
                document.box(left + bar.left() * narrowest, top, bar.width() * narrowest, label.barHeight());
        }
        top += label.barHeight();
        for (var line : label.below()) top = text(document, place, line, top);
    }

    /**
     * A page to be held against a sheet: the edges of all labels, a cross 20 mm from the left and the upper edge, and a line of 100 mm, or
     * half as long as the page is wide where that is less, with a tick at each millimetre.
     *
     * @param notes what is to be done with it, line by line
     */
    public static byte[] calibration(
            LabelSheet sheet, LabelPrinter printer, String title, List<String> notes, Locale language) {
        try (var document = new LabelDocument(sheet, printer, title, language)) {
            for (var cell = 0; cell < sheet.perSheet(); cell++) outline(document, sheet, SheetPlaces.at(sheet, cell));
            if (sheet.pageWidth() > 3 * CROSS && sheet.pageHeight() > 3 * CROSS) {
                document.line(Points.of(CROSS - ARM), Points.of(CROSS), Points.of(CROSS + ARM), Points.of(CROSS), THIN);
                document.line(Points.of(CROSS), Points.of(CROSS - ARM), Points.of(CROSS), Points.of(CROSS + ARM), THIN);
                ruler(document, sheet);
                var top = Points.of(sheet.pageHeight()) / 2;
                for (var note : notes)
                    top = document.text(
                            new TextLine(Typeface.PLAIN.printable(note), NOTE, false),
                            0,
                            top,
                            Points.of(sheet.pageWidth()));
            }
            return document.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ruler(LabelDocument document, LabelSheet sheet) throws IOException {
        var length = Math.min(100 * MM, sheet.pageWidth() / 2 / MM * MM);
        var left = (sheet.pageWidth() - length) / 2;
        var top = sheet.pageHeight() / 2 - 2 * ARM;
        document.line(Points.of(left), Points.of(top), Points.of(left + length), Points.of(top), THIN);
        for (var at = 0; at <= length; at += MM) {
            var tick = at % (10 * MM) == 0 ? 2 * TICK : TICK;
            document.line(Points.of(left + at), Points.of(top), Points.of(left + at), Points.of(top - tick), THIN);
        }
    }

    private static void outline(LabelDocument document, LabelSheet sheet, SheetPlaces.Place place) throws IOException {
        var left = Points.of(place.left());
        var top = Points.of(place.top());
        var right = left + Points.of(sheet.width());
        var bottom = top + Points.of(sheet.height());
        document.line(left, top, right, top, THIN);
        document.line(left, bottom, right, bottom, THIN);
        document.line(left, top, left, bottom, THIN);
        document.line(right, top, right, bottom, THIN);
    }
}
