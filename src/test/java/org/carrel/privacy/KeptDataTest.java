package org.carrel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.carrel.platform.RetentionSettings;
import org.carrel.platform.Setting;
import org.carrel.platform.SettingSources;
import org.carrel.platform.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptDataTest {
    @Test
    void everySettingOfDaysIsAPromiseAndEveryPromiseHasItsSetting() { // PR-9
        var settings = Arrays.stream(Setting.values()).filter(RetentionSettings::isOne);
        assertThat(Arrays.stream(KeptData.values()).map(KeptData::setting))
                .containsExactlyInAnyOrderElementsOf(settings.toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindStandsOnThePublicPageInBothLanguages(KeptData kind) throws IOException { // PR-9
        for (var language : new String[] {"", "_es"}) {
            var words = words("/org/carrel/messages" + language + ".properties");
            assertThat(words.getProperty("kept." + kind)).as(kind + language).isNotBlank();
            assertThat(words.getProperty("kept." + kind + ".why"))
                    .as(kind + language)
                    .isNotBlank();
        }
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var in = new InputStreamReader(KeptDataTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    /** The strictest that a school can work with, where nobody sets anything. */
    @Test
    void withoutSettingsReturnedLoansAreForgottenAtOnceAndLeaversInAMonth() { // PR-1, PR-8
        var days = Settings.of(new SettingSources()).retention();
        assertThat(days.days(Setting.KEEP_RETURNED_LOANS)).isZero();
        assertThat(days.days(Setting.KEEP_LEFT_PEOPLE)).isEqualTo(30);
        assertThat(days.days(Setting.KEEP_LOGS)).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "31", "x", "", "999999999999"})
    void aPromiseOutOfItsRangeIsRefused(String days) {
        var sources = new SettingSources().option(Setting.KEEP_RETURNED_LOANS, days);
        assertThatThrownBy(() -> Settings.of(sources))
                .hasMessageContaining("carrel.keep.returned-loans")
                .hasMessageContaining("0 to 30");
    }
}
