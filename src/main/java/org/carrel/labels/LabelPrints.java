package org.carrel.labels;

import java.util.List;
import java.util.Locale;
import org.carrel.labels.pdf.LabelDesign;
import org.carrel.labels.pdf.LabelPages;

/** Labels as pages (PDF), and how they will look. Changes nothing. */
public final class LabelPrints {
    private LabelPrints() {}

    /** In the order of the copies. */
    public static List<LabelFace> faces(List<LabelCopy> copies, LabelLook look) {
        var design = new LabelDesign(look);
        return copies.stream()
                .map(copy -> new LabelFace(copy, design.spine(copy).lines(), design.troubles(copy)))
                .toList();
    }

    /** @param copies at least one @param title of the document @param language of its words */
    public static byte[] labels(List<LabelCopy> copies, LabelLook look, String title, Locale language) {
        return new LabelPages(look).labels(copies, title, language);
    }

    /**
     * The page by which a printer is measured: the edges of all labels, a cross 20 mm from the left and the upper edge of the page, a ruler.
     *
     * @param notes what is to be done with it, line by line
     */
    public static byte[] calibration(
            LabelSheet sheet, LabelPrinter printer, String title, List<String> notes, Locale language) {
        return LabelPages.calibration(sheet, printer, title, notes, language);
    }
}
