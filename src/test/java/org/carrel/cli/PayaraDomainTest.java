package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class PayaraDomainTest {
    private static final Path PAYARA = Path.of("target/programs/payara-micro.jar");

    @Test
    void everyChangeFindsItsPlaceInTheDomainOfThisPayara() throws IOException {
        assertThat(PAYARA).exists();
        try (var jar = new ZipFile(PAYARA.toFile());
                var domain = jar.getInputStream(jar.getEntry("MICRO-INF/domain/domain.xml"))) {
            var text = new String(domain.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(PayaraDomain.harden(text, "10.1.2.3"))
                    .contains("name=\"http-listener\" address=\"10.1.2.3\"", "server-header=\"false\"")
                    .contains("<microprofile-metrics-configuration enabled=\"false\">")
                    .doesNotContain("hazelcast\" sfsb", "<hazelcast-config-specific-configuration enabled=\"true\">");
        }
    }

    @Test
    void anotherDomainIsRefusedRatherThanLeftOpen() {
        assertThatThrownBy(() -> PayaraDomain.harden("<domain/>", "127.0.0.1"))
                .isInstanceOf(IllegalStateException.class);
    }
}
