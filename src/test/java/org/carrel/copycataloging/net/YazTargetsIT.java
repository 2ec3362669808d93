package org.carrel.copycataloging.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.carrel.copycataloging.TargetState.Outcome;
import org.carrel.fixtures.LibraryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Z39.50 against the test server of YAZ, which Debian has in its package {@code yaz}: it gives records for whatever is asked. */
@TestInstance(Lifecycle.PER_CLASS)
class YazTargetsIT {
    private final int port = LibraryServer.nobody();
    private @Nullable ServerProgram yaz;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        var program = ServerProgram.installed("yaz-ztest", "yaz");
        yaz = ServerProgram.start(folder, port, program.toString(), "-S", "tcp:127.0.0.1:" + port);
    }

    @AfterAll
    void stop() {
        if (yaz != null) yaz.close();
    }

    @Test
    void recordsOfARealServerAreRead() throws Exception {
        var records = Z3950Client.ask(Targets.z3950(port, "Default", "usmarc"), List.of("9780064400558"));
        assertThat(records).isNotEmpty().allSatisfy(record -> assertThat(record.data("245"))
                .isNotEmpty());
    }

    @Test
    void bothFormsOfANumberAreOneQuestion() throws Exception {
        assertThat(Z3950Client.ask(Targets.z3950(port, "Default", "usmarc"), List.of("9780064400558", "0064400557")))
                .isNotEmpty();
    }

    /** It says so in the place of each record. */
    @Test
    void aFormatThatItDoesNotHaveIsTold() {
        var target = Targets.z3950(port, "Default", "xml");
        var failure =
                catchThrowableOfType(TargetFailure.class, () -> Z3950Client.ask(target, List.of("9780064400558")));
        assertThat(failure.outcome()).isEqualTo(Outcome.DIAGNOSTIC);
        assertThat(failure.detail()).isEqualTo("bib-1 14");
    }
}
