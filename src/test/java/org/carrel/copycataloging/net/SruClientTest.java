package org.carrel.copycataloging.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.carrel.copycataloging.CopyTarget;
import org.carrel.copycataloging.TargetState.Outcome;
import org.carrel.fixtures.LibraryServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SRU against servers of all manners, on this machine. */
class SruClientTest {
    private static final List<String> ISBNS = List.of("9780064400558", "0064400557");
    private static final String RECORD = """
            <record xmlns="http://www.loc.gov/MARC21/slim"><leader>01142cam  2200301 a 4500</leader>
            <controlfield tag="008">930421s1952    nyua   j      000 1 eng  </controlfield>
            <datafield tag="020" ind1=" " ind2=" "><subfield code="a">0064400557</subfield></datafield>
            <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Charlotte’s web &amp; más /</subfield></datafield></record>
            """;

    private static CopyTarget at(LibraryServer server) {
        return Targets.sru(server.host(), server.port());
    }

    private static TargetFailure failure(CopyTarget target) {
        return catchThrowableOfType(TargetFailure.class, () -> SruClient.ask(target, ISBNS));
    }

    @Test
    void recordsOfAGoodAnswerAreRead() throws TargetFailure {
        try (var server = LibraryServer.having(RECORD, RECORD.replace("web", "webs"))) {
            var records = SruClient.ask(at(server), ISBNS);
            assertThat(records).hasSize(2);
            assertThat(records.getFirst().data("245").findFirst().orElseThrow().first('a'))
                    .hasValue("Charlotte’s web & más /");
            assertThat(server.asked())
                    .singleElement()
                    .asString()
                    .startsWith("/LCDB?version=1.1&operation=searchRetrieve&query=")
                    .contains("bath.isbn%3D9780064400558+or+bath.isbn%3D0064400557")
                    .contains("recordSchema=marcxml");
        }
    }

    @Test
    void nothingIsNoProblem() throws TargetFailure {
        try (var server = LibraryServer.having()) {
            assertThat(SruClient.ask(at(server), ISBNS)).isEmpty();
        }
    }

    @Test
    void whatATargetHasAgainstTheQuestionIsTold() {
        var said = "<diagnostics><diag:diagnostic xmlns:diag=\"http://www.loc.gov/zing/srw/diagnostic/\"><diag:uri>"
                + "info:srw/diagnostic/1/16</diag:uri><diag:details>bath.isbn</diag:details><diag:message>Unsupported index"
                + "</diag:message></diag:diagnostic></diagnostics>";
        var body =
                LibraryServer.response().replace("</zs:searchRetrieveResponse>", said + "</zs:searchRetrieveResponse>");
        try (var server = LibraryServer.answering(body)) {
            var failure = failure(at(server));
            assertThat(failure.outcome()).isEqualTo(Outcome.DIAGNOSTIC);
            assertThat(failure.detail()).isEqualTo("Unsupported index: bath.isbn");
        }
        try (var server = LibraryServer.answering(500)) {
            assertThat(failure(at(server)).outcome()).isEqualTo(Outcome.DIAGNOSTIC);
        }
    }

    @Test
    void aDiagnosticInThePlaceOfOneRecordTakesNothingFromTheOthers() throws TargetFailure {
        var said = "<diagnostic xmlns=\"http://www.loc.gov/zing/srw/diagnostic/\"><uri>info:srw/diagnostic/1/64</uri>"
                + "<message>Record not available</message></diagnostic>";
        try (var server = LibraryServer.having(said, RECORD)) {
            assertThat(SruClient.ask(at(server), ISBNS)).hasSize(1);
        }
        try (var server = LibraryServer.having(said, said)) {
            var failure = failure(at(server));
            assertThat(failure.outcome()).isEqualTo(Outcome.DIAGNOSTIC);
            assertThat(failure.detail()).isEqualTo("Record not available");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Welcome</body></html>",
                "It works!",
                "",
                "<zs:searchRetrieveResponse xmlns:zs='x'>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><searchRetrieveResponse>&e;</searchRetrieveResponse>",
                "<searchRetrieveResponse><records><record><recordData><dc>x</dc></recordData></record></records></searchRetrieveResponse>"
            })
    void rubbishIsNotTakenForAnAnswer(String body) { // ST-11, ST-12
        try (var server = LibraryServer.answering(body)) {
            assertThat(failure(at(server)).outcome()).isEqualTo(Outcome.UNREADABLE);
        }
    }

    @Test
    void aSilentTargetIsNotWaitedForLonger() { // ST-11
        try (var server = LibraryServer.silent()) {
            var began = System.nanoTime();
            assertThat(failure(at(server)).outcome()).isEqualTo(Outcome.SLOW);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        }
    }

    @Test
    void whoSendsWithoutEndIsBrokenOff() { // ST-11
        try (var server = LibraryServer.endless()) {
            assertThat(failure(at(server)).outcome()).isIn(Outcome.TOO_LARGE, Outcome.SLOW);
        }
    }

    @Test
    void nobodyIsFollowedElsewhere() { // ST-11
        try (var other = LibraryServer.having(RECORD);
                var server = LibraryServer.sendingTo("http://127.0.0.1:" + other.port() + "/LCDB")) {
            assertThat(failure(at(server)).outcome()).isEqualTo(Outcome.MOVED);
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void aServerThatIsNotThereIsToldSo() {
        assertThat(failure(Targets.sru("127.0.0.1", LibraryServer.nobody())).outcome())
                .isEqualTo(Outcome.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "0.0.0.0"})
    void thisMachineIsAskedOnlyWhenAnAdministratorHasSaidSo(String host) { // ST-11
        try (var server = LibraryServer.having(RECORD)) {
            assertThat(failure(Targets.outside(Targets.sru(host, server.port())))
                            .outcome())
                    .isEqualTo(Outcome.INSIDE);
            assertThat(server.asked()).isEmpty();
        }
    }
}
