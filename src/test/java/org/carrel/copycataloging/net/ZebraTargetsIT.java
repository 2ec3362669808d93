package org.carrel.copycataloging.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.MarcRecord;
import org.carrel.copycataloging.CopyTarget;
import org.carrel.copycataloging.TargetState.Outcome;
import org.carrel.fixtures.LibraryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Z39.50 and SRU against Zebra, the server that Koha and many libraries have (Debian package {@code idzebra-2.0}), with the sample files
 * as its catalog.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ZebraTargetsIT {
    private static final Path SAMPLES = Path.of("import-samples");
    /** In the sample school. */
    private static final List<String> OURS = List.of("9799000000011");
    /** Only the old form stands in the records of the Library of Congress. */
    private static final List<String> OLD = List.of("9780836932720", "0836932722");

    private final int port = LibraryServer.nobody();
    private @Nullable ServerProgram zebra;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        var indexer = ServerProgram.installed("zebraidx-2.0", "idzebra-2.0").toString();
        var server = ServerProgram.installed("zebrasrv-2.0", "idzebra-2.0").toString();
        set(folder);
        ServerProgram.run(folder, indexer, "-c", "zebra.cfg", "init");
        ServerProgram.run(folder, indexer, "-c", "zebra.cfg", "-d", "LCDB", "update", "records");
        zebra = ServerProgram.start(folder, port, server, "-f", "server.xml");
    }

    private void set(Path folder) throws IOException {
        for (var name : List.of("records", "lock", "register")) Files.createDirectory(folder.resolve(name));
        for (var name : List.of("k12-starter-290.mrc", "loc-books-100-utf8.mrc"))
            Files.copy(SAMPLES.resolve(name), folder.resolve("records").resolve(name));
        Files.writeString(folder.resolve("zebra.cfg"), """
                profilePath: %s:/usr/share/idzebra-2.0/tab
                recordType: grs.marcxml.usmarc
                attset: bib1.att
                attset: explain.att
                register: register:50M
                lockDir: lock
                storeKeys: 1
                storeData: 1
                encoding: utf-8
                """.formatted(folder));
        Files.writeString(folder.resolve("usmarc.abs"), """
                encoding utf-8
                name usmarc
                reference USmarc
                attset bib1.att
                marc usmarc.mar
                esetname F @
                all any
                melm 020$a ISBN
                """);
        Files.writeString(folder.resolve("cql.properties"), """
                set.cql = info:srw/cql-context-set/1/cql-v1.2
                set.bath = http://zing.z3950.org/cql/bath/2.0/
                index.bath.isbn = 1=7
                relation.scr = 2=3
                relation.eq = 2=3
                position.any = 3=3 6=1
                structure.* = 4=1
                """);
        Files.writeString(folder.resolve("server.xml"), """
                <yazgfs>
                  <listen id="here">tcp:127.0.0.1:%d</listen>
                  <server id="library" listenref="here">
                    <config>zebra.cfg</config>
                    <cql2rpn>cql.properties</cql2rpn>
                    <retrievalinfo xmlns="http://indexdata.com/yaz">
                      <retrieval syntax="usmarc" name="F"/>
                      <retrieval syntax="xml" name="F"/>
                      <retrieval syntax="xml" name="marcxml" identifier="info:srw/schema/1/marcxml-v1.1">
                        <backend syntax="usmarc" name="F">
                          <marc inputformat="marc" outputformat="marcxml" inputcharset="utf-8"/>
                        </backend>
                      </retrieval>
                    </retrievalinfo>
                  </server>
                </yazgfs>
                """.formatted(port));
    }

    @AfterAll
    void stop() {
        if (zebra != null) zebra.close();
    }

    Stream<CopyTarget> ways() {
        return Stream.of(
                Targets.z3950(port, "LCDB", "usmarc"),
                Targets.z3950(port, "LCDB", "xml"),
                Targets.sru("127.0.0.1", port, 5));
    }

    private static List<MarcRecord> ask(CopyTarget target, List<String> isbns) throws TargetFailure {
        return switch (target.kind()) {
            case Z39_50 -> Z3950Client.ask(target, isbns);
            case SRU_HTTP, SRU_HTTPS -> SruClient.ask(target, isbns);
        };
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theRecordWithTheNumberComesWithItsAccents(CopyTarget target) throws TargetFailure {
        var records = ask(target, OURS);
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().control("001")).hasValue("k1200001");
        assertThat(records.getFirst().data("700").findFirst().orElseThrow().first('a'))
                .hasValue("GrandPré, Mary,");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRecordThatHasTheOldNumberIsFoundByTheNewOne(CopyTarget target) throws TargetFailure {
        assertThat(ask(target, OLD)).singleElement().satisfies(record -> assertThat(
                        record.control("003").orElseThrow())
                .isEqualTo("DLC"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatItDoesNotHaveIsNoProblem(CopyTarget target) throws TargetFailure {
        assertThat(ask(target, List.of("9780064400558", "0064400557"))).isEmpty();
    }

    @Test
    void whatItHasAgainstTheQuestionIsTold() {
        var elsewhere = Targets.z3950(port, "Nowhere", "usmarc");
        var failure = catchThrowableOfType(TargetFailure.class, () -> ask(elsewhere, OURS));
        assertThat(failure.outcome()).isEqualTo(Outcome.DIAGNOSTIC);
        assertThat(failure.detail()).isEqualTo("bib-1 109: Nowhere");
    }

    /** Zebra says it in the place of each record. */
    @Test
    void aFormatThatItDoesNotHaveIsTold() {
        var target = Targets.withSyntax(Targets.sru("127.0.0.1", port, 5), "mods");
        var failure = catchThrowableOfType(TargetFailure.class, () -> ask(target, OURS));
        assertThat(failure.outcome()).isEqualTo(Outcome.DIAGNOSTIC);
        assertThat(failure.detail()).isEqualTo("Unknown schema for retrieval: mods");
    }
}
