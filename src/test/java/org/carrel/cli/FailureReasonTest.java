package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureReasonTest {
    private final FailureReason reason = new FailureReason();

    @Test
    void ourOwnSentenceWinsOverEverything() {
        read("""
                [2026-01-01] [] [SEVERE] [] [x] [tid: 1] [timeMillis: 1] [levelValue: 1000] Exception while loading the app
                java.lang.RuntimeException: x
                Caused by: org.carrel.platform.SettingProblem: carrel.db.url must be set.
                Caused by: java.lang.IllegalStateException: y
                """);
        assertThat(reason.sentence()).isEqualTo("carrel.db.url must be set.");
    }

    @Test
    void theInnermostCauseIsTakenOtherwise() {
        read("""
                Caused by: java.lang.IllegalStateException: outer
                \tat x.Y.z(Y.java:1)
                Caused by: java.io.IOException: inner
                """);
        assertThat(reason.sentence()).isEqualTo("java.io.IOException: inner.");
    }

    @Test
    void aSevereMessageOrADyingJvmIsBetterThanNothing() {
        read("Terminating due to java.lang.OutOfMemoryError: Java heap space\n");
        assertThat(reason.sentence()).contains("OutOfMemoryError");
        assertThat(new FailureReason().sentence()).isEqualTo("It gave no reason.");
    }

    private void read(String log) {
        log.lines().forEach(reason::see);
    }
}
