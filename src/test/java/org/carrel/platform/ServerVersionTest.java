package org.carrel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            # the embedded one
            11.4.5-MariaDB, true
            11.4.2-MariaDB-ubu2404, true
            # later
            11.8.1-MariaDB, true
            12.0.2-MariaDB-log, true
            # too old
            11.3.2-MariaDB, false
            10.11.19-MariaDB-deb12, false
            # other products
            8.4.3, false
            12.1.0-Percona, false
            # nonsense
            '', false
            MariaDB, false
            """)
    void onlyMariaDbFrom11Point4IsGoodEnough(String version, boolean good) {
        assertThat(ServerVersion.isGoodEnough(version)).isEqualTo(good);
    }
}
