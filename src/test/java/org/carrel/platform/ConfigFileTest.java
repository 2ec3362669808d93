package org.carrel.platform;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code config/carrel.properties} says is what the code does. */
class ConfigFileTest {
    private static final Path FILE = Path.of("config/carrel.properties");
    private static final Pattern COMMENTED_OUT = Pattern.compile("(?m)^#(carrel\\.[a-z.-]+)=(.*)$");

    @Test
    void everySettingIsDocumentedWithItsDefault() throws IOException {
        var documented = new TreeMap<String, String>();
        COMMENTED_OUT
                .matcher(Files.readString(FILE))
                .results()
                .forEach(line -> documented.put(line.group(1), line.group(2)));
        Map<String, String> known = Arrays.stream(Setting.values()).collect(toMap(Setting::key, Setting::standard));
        assertThat(documented).isEqualTo(new TreeMap<>(known));
    }

    @Test
    void theFileCanBeCopiedAsItIs() {
        assertThat(Settings.of(new SettingSources().file(FILE))).isEqualTo(Settings.of(new SettingSources()));
    }

    @Test
    void environmentNamesAreWhatTheFilePromises() {
        assertThat(Setting.DB_URL.environmentName()).isEqualTo("CARREL_DB_URL");
        assertThat(Setting.BASE_URL.environmentName()).isEqualTo("CARREL_BASE_URL");
    }
}
