package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theHelpNamesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "serve",
                        "import",
                        "roster",
                        "devices",
                        "export",
                        "reindex",
                        "verify",
                        "audit-verify",
                        "verify-relevance",
                        "setup-code",
                        "support-bundle",
                        "--home",
                        "carrel.home");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "import",
                "roster",
                "devices",
                "export",
                "reindex",
                "verify",
                "audit-verify",
                "verify-relevance",
                "setup-code",
                "support-bundle"
            })
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("carrel " + command);
    }

    @Test
    void wrongUsageIsOneSentenceAndExitCode2() {
        assertThat(run("serve", "--prot", "80")).isEqualTo(2);
        assertThat(err.toString()).startsWith("carrel: ").contains("--prot").contains("serve --help");
        assertThat(err.toString().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roster", "roster --undo 3 users.csv", "roster --source= users.csv"})
    void aRosterIsAFileOrOneToTakeBack(String wrong) {
        assertThat(run(wrong.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("carrel: ").contains("roster --help");
    }

    @Test
    void aCommandIsNeeded() {
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void theServerGetsTheMemoryThatTheUserChose() {
        assertThat(PayaraCommand.memory(List.of("-Xmx1g", "-Dcarrel.x=y", "-XX:+UseZGC")))
                .containsExactly("-Xmx1g", "-XX:+UseZGC");
        assertThat(PayaraCommand.memory(List.of())).containsExactly("-Xmx512m");
        assertThat(PayaraCommand.memory(List.of("-XX:MaxRAMPercentage=50"))).containsExactly("-XX:MaxRAMPercentage=50");
    }

    private int run(String... arguments) {
        return Carrel.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
