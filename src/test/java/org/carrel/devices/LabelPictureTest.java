package org.carrel.devices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPictureTest {
    @ParameterizedTest(name = "the QR code of {0} is square, with white around")
    @ValueSource(
            strings = {"1", "CB-000101", "P 123/#a", "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void aQrCodeIsSquare(String tag) {
        var picture = LabelPicture.of(tag, LabelPicture.Kind.QR);
        assertThat(picture.width()).isEqualTo(picture.height());
        // Version 1 has 21 points a side, and 4 of white go all around (ISO/IEC 18004).
        assertThat(picture.width()).isGreaterThanOrEqualTo(29);
        assertThat((picture.width() - 8 - 17) % 4).isZero();
        assertThat(picture.path()).startsWith("M4 4h7");
    }

    @ParameterizedTest(name = "{0} draws other tags otherwise")
    @EnumSource
    void otherTagsLookOtherwise(LabelPicture.Kind kind) {
        var one = LabelPicture.of("CB-000101", kind);
        assertThat(one).isEqualTo(LabelPicture.of("CB-000101", kind));
        assertThat(one.path()).isNotEqualTo(LabelPicture.of("CB-000102", kind).path());
    }
}
