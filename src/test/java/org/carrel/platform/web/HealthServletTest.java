package org.carrel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.carrel.platform.ReadinessCheck;
import org.junit.jupiter.api.Test;

class HealthServletTest {
    @Test
    void onlyThePartsThatFailAreNamed() {
        var checks = List.of(check("index", () -> false), check("database", () -> false), check("schema", () -> true));
        assertThat(HealthServlet.failing(checks)).containsExactly("database", "index");
    }

    @Test
    void aCheckThatThrowsHasFailed() {
        var broken = check("index", () -> {
            throw new IllegalStateException("the folder /var/secret is gone");
        });
        assertThat(HealthServlet.failing(List.of(broken))).containsExactly("index");
    }

    @Test
    void theAnswerIsJsonWhateverTheNames() {
        assertThat(HealthServlet.notReady(List.of("database", "a\"b")))
                .isEqualTo("{\"status\":\"not ready\",\"failing\":[\"database\",\"a-b\"]}");
    }

    private static ReadinessCheck check(String name, BooleanSupplier ok) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean ok() {
                return ok.getAsBoolean();
            }
        };
    }
}
