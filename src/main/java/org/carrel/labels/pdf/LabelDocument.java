package org.carrel.labels.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import org.carrel.labels.LabelPrinter;
import org.carrel.labels.LabelSheet;
import org.carrel.labels.rules.SpineLines;
import org.carrel.labels.rules.TextLine;

/** Pages of one sheet for one printer, drawn upon from the upper left corner, in points. Programs that print it are told not to scale it. */
final class LabelDocument implements AutoCloseable {
    /** Of a capital letter, as a multiple of the size of the type. */
    private static final double CAPITAL = 0.73;

    private final PDDocument document = new PDDocument();
    private final LabelSheet sheet;
    private final LabelPrinter printer;
    private final PDFont plain;
    private final PDFont bold;
    private PDPageContentStream page;

    LabelDocument(LabelSheet sheet, LabelPrinter printer, String title, Locale language) throws IOException {
        this.sheet = sheet;
        this.printer = printer;
        plain = Typeface.PLAIN.in(document);
        bold = Typeface.BOLD.in(document);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Carrel");
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(language.getLanguage());
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        catalog.setViewerPreferences(preferences);
        page = begin();
    }

    private PDPageContentStream begin() throws IOException {
        var width = (float) Points.of(sheet.pageWidth());
        var height = (float) Points.of(sheet.pageHeight());
        var added = new PDPage(new PDRectangle(width, height));
        document.addPage(added);
        var stream = new PDPageContentStream(document, added);
        var scale = (float) printer.scale() / LabelPrinter.WHOLE;
        var right = (float) Points.of(printer.moveRight());
        var down = (float) Points.of(printer.moveDown());
        // Scaled from the upper left corner of the page, which lies where the paper lies.
        stream.transform(new Matrix(scale, 0, 0, scale, right, height * (1 - scale) - down));
        return stream;
    }

    void nextPage() throws IOException {
        page.close();
        page = begin();
    }

    private float up(double down) {
        return (float) (Points.of(sheet.pageHeight()) - down);
    }

    void box(double left, double top, double width, double height) throws IOException {
        page.addRect((float) left, up(top + height), (float) width, (float) height);
        page.fill();
    }

    void line(double fromLeft, double fromTop, double toLeft, double toTop, double width) throws IOException {
        page.setLineWidth((float) width);
        page.moveTo((float) fromLeft, up(fromTop));
        page.lineTo((float) toLeft, up(toTop));
        page.stroke();
    }

    /** A line of text in the middle of a room of this width, whose upper edge is {@code top}. @return the lower edge */
    double text(TextLine line, double left, double top, double width) throws IOException {
        var face = line.bold() ? Typeface.BOLD : Typeface.PLAIN;
        var leading = line.size() * SpineLines.LEADING;
        if (!line.text().isEmpty()) {
            page.beginText();
            page.setFont(line.bold() ? bold : plain, (float) line.size());
            var indent = (width - face.of(line.text()) * line.size()) / 2;
            page.newLineAtOffset((float) (left + indent), up(top + (leading + CAPITAL * line.size()) / 2));
            page.showText(line.text());
            page.endText();
        }
        return top + leading;
    }

    byte[] bytes() throws IOException {
        page.close();
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
