package org.carrel.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAidTest {
    @ParameterizedTest
    @ValueSource(strings = {"100", "150", "200", "100c", "150c", "200c"})
    void whatWasWrittenIsRead(String text) {
        assertThat(ReadingAid.parse(text).map(ReadingAid::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "120", "100cc", "100C", "-100", "<b>"})
    void anythingElseIsNoWish(String text) {
        assertThat(ReadingAid.parse(text)).isEmpty();
    }

    @Test
    void threeTapsComeBackToTheNormalSizeAndKeepTheContrast() {
        var contrast = ReadingAid.NONE.otherContrast();
        assertThat(contrast.larger().percent()).isEqualTo(150);
        assertThat(contrast.larger().larger().larger()).isEqualTo(contrast);
        assertThat(contrast.otherContrast()).isEqualTo(ReadingAid.NONE);
    }
}
