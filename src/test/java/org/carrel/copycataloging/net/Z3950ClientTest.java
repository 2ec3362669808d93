package org.carrel.copycataloging.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.marc.Iso2709Writer;
import org.carrel.copycataloging.TargetState.Outcome;
import org.carrel.copycataloging.net.Ber.Kind;
import org.junit.jupiter.api.Test;

/** Z39.50 message by message, against a server that answers what the test says. Real servers: see {@link YazTargetsIT}. */
class Z3950ClientTest {
    private static final List<String> ISBNS = List.of("9780064400558", "0064400557");
    private static final MarcRecord RECORD = new MarcRecord(
            "00000nam a2200000 a 4500",
            List.of(
                    new ControlField("001", "z1"),
                    new ControlField("008", "930421s1952    nyua   j      000 1 eng  "),
                    new DataField("245", '1', '0', List.of(new Subfield('a', "Cien años")))));

    private static Ber init(boolean taken) {
        return Ber.context(
                21, Ber.context(3, new byte[] {5, (byte) 0xE0}), Ber.context(12, new byte[] {taken ? (byte) 1 : 0}));
    }

    private static Ber found(int count) {
        return Ber.context(
                23, Ber.context(23, count), Ber.context(24, 0), Ber.context(25, 1), Ber.context(22, new byte[] {1}));
    }

    private static Ber records(byte[] marc) {
        var external = Ber.of(Kind.UNIVERSAL, Ber.EXTERNAL, Ber.object("1.2.840.10003.5.10"), Ber.context(1, marc));
        var named = Ber.sequence(Ber.context(0, "LCDB"), Ber.context(1, Ber.context(1, external)));
        return Ber.context(25, Ber.context(24, 1), Ber.context(25, 0), Ber.context(27, 0), Ber.context(28, named));
    }

    private static byte[] iso() {
        return Iso2709Writer.write(RECORD) instanceof Iso2709Writer.Result.Written written
                ? written.bytes()
                : new byte[0];
    }

    /** Answers each question with what is made of it, and keeps the questions. */
    private static final class Server implements AutoCloseable {
        private final ServerSocket socket;
        private final CompletableFuture<List<Ber>> heard = new CompletableFuture<>();

        Server(UnaryOperator<Ber> answers) {
            try {
                socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread.ofVirtual().start(() -> serve(answers));
        }

        private void serve(UnaryOperator<Ber> answers) {
            var questions = new ArrayList<Ber>();
            try (var line = socket.accept()) {
                while (true) {
                    var question = Ber.read(line.getInputStream());
                    questions.add(question);
                    if (question.is(Kind.CONTEXT, 48)) break;
                    line.getOutputStream().write(answers.apply(question).encoded());
                }
            } catch (IOException e) {
                // the other side has gone: that is how most of these conversations end
            }
            heard.complete(questions);
        }

        int port() {
            return socket.getLocalPort();
        }

        List<Ber> heard() {
            return heard.join();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static UnaryOperator<Ber> answering(Ber init, Ber search, Ber present) {
        return question -> switch (question.tag()) {
            case 20 -> init;
            case 22 -> search;
            default -> present;
        };
    }

    private static TargetFailure failure(Server server) {
        return catchThrowableOfType(
                TargetFailure.class, () -> Z3950Client.ask(Targets.z3950(server.port(), "LCDB", "usmarc"), ISBNS));
    }

    @Test
    void aRecordIsAskedForAndRead() throws Exception {
        try (var server = new Server(answering(init(true), found(1), records(iso())))) {
            var records = Z3950Client.ask(Targets.z3950(server.port(), "LCDB", "usmarc"), ISBNS);
            assertThat(records).hasSize(1);
            assertThat(records.getFirst().data("245").findFirst().orElseThrow().first('a'))
                    .hasValue("Cien años");
            var heard = server.heard();
            assertThat(heard).extracting(Ber::tag).containsExactly(20, 22, 24, 48);
            assertThat(heard.get(1).toString()).contains("CONTEXT 105").contains("CONTEXT 46");
        }
    }

    @Test
    void nothingIsNoProblem() throws Exception {
        try (var server = new Server(answering(init(true), found(0), found(0)))) {
            assertThat(Z3950Client.ask(Targets.z3950(server.port(), "LCDB", "usmarc"), ISBNS))
                    .isEmpty();
        }
    }

    @Test
    void whatATargetHasAgainstTheQuestionIsTold() throws Exception {
        var diagnostic = Ber.context(
                130,
                Ber.object("1.2.840.10003.4.1"),
                Ber.of(Kind.UNIVERSAL, Ber.INTEGER, new byte[] {114}),
                Ber.of(Kind.UNIVERSAL, 26, "7".getBytes(US_ASCII)));
        try (var server =
                new Server(answering(init(true), Ber.context(23, Ber.context(23, 0), diagnostic), found(0)))) {
            var failure = failure(server);
            assertThat(failure.outcome()).isEqualTo(Outcome.DIAGNOSTIC);
            assertThat(failure.detail()).isEqualTo("bib-1 114: 7");
        }
        try (var server = new Server(answering(init(false), found(0), found(0)))) {
            assertThat(failure(server).outcome()).isEqualTo(Outcome.DIAGNOSTIC);
        }
    }

    @Test
    void rubbishIsNotTakenForAnAnswer() throws Exception { // ST-11
        try (var server = new Server(question -> Ber.sequence())) {
            assertThat(failure(server).outcome()).isEqualTo(Outcome.UNREADABLE);
        }
        var notMarc = records("It works!".getBytes(US_ASCII));
        try (var server = new Server(answering(init(true), found(1), notMarc))) {
            assertThat(failure(server).outcome()).isEqualTo(Outcome.UNREADABLE);
        }
    }
}
