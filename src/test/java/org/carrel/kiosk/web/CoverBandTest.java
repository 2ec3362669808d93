package org.carrel.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoverBandTest {
    /** WCAG 2.2, 1.4.3, for the small text of covers. */
    private static final double AA = 4.5;

    private static final Pattern COLOUR = Pattern.compile("\\.(band-[a-z-]+) \\{ background: #([0-9a-f]{6}); }");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            004.6,       GENERAL
            599.5,       NATURE
            [Fic],       FICTION
            FIC,         FICTION
            F,           FICTION
            E,           PICTURE_BOOK
            E 551,       PICTURE_BOOK
            741.5,       COMICS
            741.2,       ARTS
            GN,          COMICS
            B,           LIVES
            92,          LIVES
            921,         LIVES
            929.9,       PLACES
            973,         PLACES
            # Library of Congress
            PZ7.R79835,  LITERATURE
            QE521.3,     NATURE
            # nothing known
            '',          OTHER
            SHELF,       OTHER
            """)
    void neighboursOnTheShelfLookAlike(String classNumber, CoverBand band) {
        assertThat(CoverBand.of(classNumber)).isEqualTo(band);
    }

    @Property
    void everyClassNumberHasABand(@ForAll String classNumber) {
        assertThat(CoverBand.of(classNumber)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void whiteCanBeReadOnEveryBand(CoverBand band) throws IOException {
        var css = Files.readString(Path.of("src/main/webapp/assets/kiosk.css"));
        var colour = COLOUR.matcher(css)
                .results()
                .filter(match -> match.group(1).equals(band.css()))
                .map(match -> Integer.parseInt(match.group(2), 16))
                .findFirst();
        assertThat(colour).as("a colour in kiosk.css").isPresent();
        assertThat(1.05 / (luminance(colour.get()) + 0.05)).isGreaterThanOrEqualTo(AA);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int channel) {
        var part = channel / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
