package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.circulation.rules.ScanText;
import org.carrel.patrons.CardPicture;
import org.carrel.patrons.CardPicture.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeskCommandTest {
    @ParameterizedTest
    @EnumSource
    void whatIsPrintedIsReadAsTheCommand(DeskCommand command) {
        assertThat(ScanText.command(ScanText.clean("]C1" + command.barcode() + "\r")))
                .hasValue(command);
        var picture = CardPicture.of(command.barcode(), Kind.CODE_128);
        assertThat(picture.path()).as("start B: 2 black, 1 white").startsWith("M10 0h2v40h-2zM13 0h1");
        // Eleven bars for start, each sign and the check, thirteen for the stop.
        assertThat(picture.width()).isEqualTo(10 + 11 * (command.barcode().length() + 2) + 13 + 10);
    }
}
