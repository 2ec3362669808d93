package org.carrel.labels.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.CodaBarReader;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.oned.Code39Reader;
import com.google.zxing.oned.OneDReader;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.carrel.catalog.CallNumber;
import org.carrel.labels.LabelCopy;
import org.carrel.labels.LabelFace;
import org.carrel.labels.LabelKind;
import org.carrel.labels.LabelLook;
import org.carrel.labels.LabelPrinter;
import org.carrel.labels.LabelPrints;
import org.carrel.labels.LabelSheet;
import org.carrel.labels.LabelSheets;
import org.carrel.labels.LabelTrouble;
import org.carrel.labels.LabelTrouble.Kind;
import org.carrel.labels.Symbology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Pages of labels, rendered as a printer does it: where the ink lies, and what a scanner reads. */
class LabelPagesTest {
    static final List<LabelSheet> SHIPPED = LabelSheets.shipped();

    private static final LabelSheet LETTER_30 = SHIPPED.getFirst();
    private static final String NUMBER = "31234000567899";
    private static final int READING = 300;
    private static final int MEASURING = 600;
    private static final double TENTH = 0.1;
    private static final int DARK = 128;

    private static LabelCopy copy(String title, CallNumber number, String barcode) {
        return new LabelCopy(1, 1, title, "Sachar, Louis", number, "", "", 1, barcode, "Lakewood Middle School");
    }

    private static LabelCopy holes() {
        return copy("Holes", new CallNumber("", "FIC", "SAC", ""), NUMBER);
    }

    private static LabelLook look(
            LabelSheet sheet, Symbology symbology, LabelPrinter printer, int start, LabelKind... kinds) {
        return new LabelLook(Set.of(kinds), sheet, symbology, printer, start);
    }

    private static byte[] labels(LabelLook look, int copies) {
        var all = IntStream.range(0, copies).mapToObj(at -> holes()).toList();
        return LabelPrints.labels(all, look, "Labels", Locale.ENGLISH);
    }

    private static BufferedImage rendered(byte[] pdf, int page, int dpi) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, dpi, ImageType.GRAY);
        }
    }

    private static int pixels(int hundredths, int dpi) {
        return Math.round(hundredths * dpi / 2540f);
    }

    /** The smallest box around all ink in this part of the page, in hundredths of a millimetre; empty when there is none. */
    private static Rectangle ink(BufferedImage image, int dpi, int left, int top, int width, int height) {
        var box = new Rectangle(-1, -1);
        var raster = image.getRaster();
        var right = Math.min(image.getWidth(), pixels(left + width, dpi));
        var bottom = Math.min(image.getHeight(), pixels(top + height, dpi));
        for (var y = pixels(top, dpi); y < bottom; y++)
            for (var x = pixels(left, dpi); x < right; x++)
                if (raster.getSample(x, y, 0) < DARK) box.add(new Rectangle(x, y, 1, 1));
        var mm = 2540.0 / dpi;
        return box.isEmpty()
                ? new Rectangle()
                : new Rectangle(
                        (int) Math.round(box.x * mm),
                        (int) Math.round(box.y * mm),
                        (int) Math.round(box.width * mm),
                        (int) Math.round(box.height * mm));
    }

    private static Rectangle cell(LabelSheet sheet, int number) {
        return new Rectangle(
                sheet.left() + number % sheet.columns() * sheet.pitchAcross(),
                sheet.top() + number / sheet.columns() * sheet.pitchDown(),
                sheet.width(),
                sheet.height());
    }

    /** Ink of three kinds of labels from the middle of a sheet on: in its cells, a millimetre from their edges, and nowhere else. */
    @ParameterizedTest(name = "{0}")
    @FieldSource("SHIPPED")
    void allInkLiesInsideItsLabel(LabelSheet sheet) throws IOException {
        var start = sheet.perSheet() / 2 + 1;
        var look = look(sheet, Symbology.CODE_128, LabelPrinter.EXACT, start, LabelKind.values());
        var image = rendered(labels(look, 1), 0, READING);
        assertThat(image.getWidth()).isCloseTo(pixels(sheet.pageWidth(), READING), within());
        var printed = Math.min(3, sheet.perSheet() - start + 1);
        var outside = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        outside.setData(image.getRaster());
        for (var number = start - 1; number < start - 1 + printed; number++) {
            var cell = cell(sheet, number);
            cell.grow(-100, -100);
            assertThat(ink(image, READING, cell.x, cell.y, cell.width, cell.height)
                            .isEmpty())
                    .as("label " + number)
                    .isFalse();
            var white = outside.createGraphics();
            white.setColor(Color.WHITE);
            white.fillRect(
                    pixels(cell.x, READING),
                    pixels(cell.y, READING),
                    pixels(cell.width, READING),
                    pixels(cell.height, READING));
            white.dispose();
        }
        assertThat(ink(outside, READING, 0, 0, sheet.pageWidth(), sheet.pageHeight()))
                .as("beside the labels")
                .isEqualTo(new Rectangle());
    }

    private static Offset<Integer> within() {
        return offset(1);
    }

    /** 112 bars' widths of 4 dots of a 300th of an inch (14 digits in Code 128) in the middle of a label of 66.68 mm. */
    @ParameterizedTest(name = "label {0}, moved by {1} and {2}, {3} tenths of a percent")
    @CsvSource({"1, 0, 0, 1000", "1, 60, -125, 1000", "17, -35, 210, 1000", "30, 0, 0, 990", "8, 100, 100, 1012"})
    void barsLieWithinATenthOfAMillimetre(int start, int right, int down, int scale) throws IOException {
        var printer = new LabelPrinter(1, "Desk", right, down, scale);
        var look = look(LETTER_30, Symbology.CODE_128, printer, start, LabelKind.BARCODE);
        var image = rendered(labels(look, 1), 0, MEASURING);
        var cell = cell(LETTER_30, start - 1);
        var wide = 112 * 4 * 25.4 / 300;
        var left = ((cell.x + cell.width / 2.0) / 100 - wide / 2) * scale / 1000 + right / 100.0;
        var middle = (int) ((cell.y + cell.height * 0.5) * scale / 1000 + down);
        var bars = ink(image, MEASURING, 0, middle - 50, LETTER_30.pageWidth(), 100);
        assertThat(bars.x / 100.0).isCloseTo(left, offset(TENTH));
        assertThat(bars.width / 100.0).isCloseTo(wide * scale / 1000, offset(TENTH));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aScannerReadsTheNumber(Symbology symbology) throws Exception {
        var look = look(LETTER_30, symbology, LabelPrinter.EXACT, 5, LabelKind.BARCODE);
        assertThat(LabelPrints.faces(List.of(holes()), look))
                .extracting(LabelFace::troubles)
                .containsExactly(List.of());
        var image = rendered(labels(look, 2), 0, READING);
        for (var number : List.of(4, 5)) {
            var read = reader(symbology).decode(bitmap(image, cell(LETTER_30, number)), hints());
            assertThat(read.getText()).isEqualTo(expected(symbology));
        }
    }

    /** Letters, and a narrow label: the lines of the bars are finer there. */
    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "CODE_128, A4_65, T10422",
        "CODE_39, A4_65, T 4",
        "CODE_39_CHECKED, LETTER_80, T-42",
        "CODABAR, A4_65, 1042"
    })
    void narrowLabelsAreReadToo(Symbology symbology, String key, String barcode) throws Exception {
        var sheet = SHIPPED.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        var look = look(sheet, symbology, LabelPrinter.EXACT, 1, LabelKind.BARCODE);
        var copies = List.of(copy("Holes", CallNumber.NONE, barcode));
        assertThat(LabelPrints.faces(copies, look).getFirst().troubles()).isEmpty();
        var image = rendered(LabelPrints.labels(copies, look, "Labels", Locale.ENGLISH), 0, READING);
        var read = reader(symbology).decode(bitmap(image, cell(sheet, 0)), hints());
        assertThat(read.getText().replaceAll("^A|B$", "")).isEqualTo(barcode);
    }

    private static String expected(Symbology symbology) {
        return switch (symbology) {
            case CODE_128, CODE_39, CODE_39_CHECKED -> NUMBER;
            case CODABAR, LIBRARY_CODABAR -> "A" + NUMBER + "B";
        };
    }

    private static OneDReader reader(Symbology symbology) {
        return switch (symbology) {
            case CODE_128 -> new Code128Reader();
            case CODE_39 -> new Code39Reader();
            case CODE_39_CHECKED -> new Code39Reader(true);
            case CODABAR, LIBRARY_CODABAR -> new CodaBarReader();
        };
    }

    private static Map<DecodeHintType, ?> hints() {
        return Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.RETURN_CODABAR_START_END, true);
    }

    private static BinaryBitmap bitmap(BufferedImage page, Rectangle cell) throws NotFoundException {
        var left = pixels(cell.x, READING);
        var top = pixels(cell.y, READING);
        var width = Math.min(pixels(cell.width, READING), page.getWidth() - left);
        var height = Math.min(pixels(cell.height, READING), page.getHeight() - top);
        var colours = page.getRGB(left, top, width, height, null, 0, width);
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, colours)));
    }

    @Test
    void theMeasuringPageHasItsCrossAndItsLabelsWhereTheyShouldBe() throws IOException {
        var notes = List.of("Measure this.");
        var pdf = LabelPrints.calibration(LETTER_30, LabelPrinter.EXACT, "Test", notes, Locale.ENGLISH);
        var image = rendered(pdf, 0, MEASURING);
        // the left edge of the first label, between two rows of labels
        var edge = ink(image, MEASURING, 0, 1270 + 1000, 600, 100);
        assertThat(edge.getCenterX() / 100).isCloseTo(4.76, offset(TENTH));
        var across = ink(image, MEASURING, 1500, 1900, 300, 200);
        assertThat(across.getCenterY() / 100).isCloseTo(20, offset(TENTH));
        var down = ink(image, MEASURING, 1900, 1500, 200, 300);
        assertThat(down.getCenterX() / 100).isCloseTo(20, offset(TENTH));
    }

    @Test
    void theDocumentIsReadable() throws IOException {
        var copies = List.of(
                copy("Ñandú", new CallNumber("SP", "FIC", "GARCÍA", "v. 2"), NUMBER),
                copy("Чук и Гек", new CallNumber("", "FIC", "ГАЙ", ""), NUMBER));
        var look = look(LETTER_30, Symbology.CODE_128, LabelPrinter.EXACT, 1, LabelKind.SPINE, LabelKind.POCKET);
        var pdf = LabelPrints.labels(copies, look, "Etiquetas", Locale.of("es"));
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            assertThat(stripper.getText(document)).contains("SP", "GARCÍA", "v. 2", "Ñandú", "ГАЙ", "Чук и Гек");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Etiquetas");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
            assertThat(document.getDocumentCatalog().getViewerPreferences().getPrintScaling())
                    .isEqualTo("None");
            assertThat(fonts(document)).isNotEmpty().allMatch(embedded -> embedded);
        }
        assertThat(pdf.length).as("only what is used of the fonts").isLessThan(100_000);
    }

    private static List<Boolean> fonts(PDDocument document) {
        var resources = document.getPage(0).getResources();
        return StreamSupport.stream(resources.getFontNames().spliterator(), false)
                .map(name -> {
                    try {
                        return resources.getFont(name).isEmbedded();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    @Test
    void labelsGoOnOnTheNextSheet() throws IOException {
        var look = look(LETTER_30, Symbology.CODE_128, LabelPrinter.EXACT, 30, LabelKind.SPINE);
        try (var document = Loader.loadPDF(labels(look, 32))) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
        }
        var roll = SHIPPED.getLast();
        try (var document =
                Loader.loadPDF(labels(look(roll, Symbology.CODE_128, LabelPrinter.EXACT, 1, LabelKind.SPINE), 4))) {
            assertThat(document.getNumberOfPages()).as("one label a page").isEqualTo(4);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(72f, offset(0.1f));
        }
    }

    @Test
    void whatCannotBePrintedIsSaid() {
        var copies = List.of(
                copy("三国演义", new CallNumber("", "FIC", "LUO", ""), NUMBER),
                copy("שלום", new CallNumber("", "FIC", "SHA", ""), NUMBER),
                copy("Holes", CallNumber.NONE, ""),
                copy("Holes", new CallNumber("", "FIC", "SAC", ""), "T1042é"),
                holes());
        var look = look(LETTER_30, Symbology.CODE_128, LabelPrinter.EXACT, 1, LabelKind.values());
        var faces = LabelPrints.faces(copies, look);
        assertThat(faces.stream().map(LabelFace::troubles))
                .containsExactly(
                        List.of(new LabelTrouble(Kind.NO_CHARACTERS, "三 国 演 义")),
                        List.of(new LabelTrouble(Kind.NO_CHARACTERS, "ש ל ו ם")),
                        List.of(new LabelTrouble(Kind.NO_CALL_NUMBER, ""), new LabelTrouble(Kind.NO_BARCODE, "")),
                        List.of(new LabelTrouble(Kind.NO_SIGN, "é")),
                        List.of());
        assertThat(LabelPrints.labels(copies, look, "Labels", Locale.ENGLISH)).isNotEmpty();
        var narrow = SHIPPED.stream()
                .filter(sheet -> sheet.key().equals("A4_65"))
                .findFirst()
                .orElseThrow();
        var codes = look(narrow, Symbology.CODE_39, LabelPrinter.EXACT, 1, LabelKind.BARCODE);
        assertThat(LabelPrints.faces(List.of(holes()), codes).getFirst().troubles())
                .extracting(LabelTrouble::kind)
                .containsExactly(Kind.NO_ROOM_FOR_BARS);
    }
}
