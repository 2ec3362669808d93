package org.carrel.labels.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.carrel.labels.rules.TextWidth;

/**
 * A font that comes with Carrel: Latin with its accents, Greek, Cyrillic. Chinese, Japanese and Korean are not in it: a font for them is ten
 * times as large as all of Carrel's pages. Scripts that are written from the right, or whose letters join, would be wrong letter by letter.
 * Safe for use by several threads.
 */
public final class Typeface implements TextWidth {
    public static final Typeface PLAIN = new Typeface("DejaVuSansCondensed.ttf");
    public static final Typeface BOLD = new Typeface("DejaVuSansCondensed-Bold.ttf");

    /** Stands for a character that cannot be printed. */
    private static final int INSTEAD = 0x25A1;

    private final byte[] file;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private Typeface(String name) {
        try (var in = Objects.requireNonNull(Typeface.class.getResourceAsStream("/org/carrel/labels/fonts/" + name))) {
            file = in.readAllBytes();
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    @Override
    public synchronized double of(String text) {
        try {
            var width = 0L;
            for (var sign : text.codePoints().toArray()) width += font.getAdvanceWidth(glyphs.getGlyphId(sign));
            return (double) width / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Characters of the text that cannot be printed, in their order. */
    public Set<String> missing(String text) {
        return clean(text)
                .codePoints()
                .filter(sign -> !has(sign))
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The text as it is printed: composed, on one line, with a box for each character that cannot be printed. */
    public String printable(String text) {
        return clean(text)
                .codePoints()
                .map(sign -> has(sign) ? sign : INSTEAD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\p{Cc}|\\s", " ")
                .replaceAll("\\p{Cf}", "");
    }

    private synchronized boolean has(int sign) {
        return glyphs.getGlyphId(sign) != 0
                && switch (Character.getDirectionality(sign)) {
                    case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> false;
                    default -> true;
                };
    }

    /** Of it as much as is used becomes part of the document. */
    PDFont in(PDDocument document) throws IOException {
        return PDType0Font.load(document, new ByteArrayInputStream(file), true);
    }
}
