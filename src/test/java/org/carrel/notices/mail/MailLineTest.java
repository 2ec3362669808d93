package org.carrel.notices.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.carrel.fixtures.PostOffice;
import org.carrel.notices.NoticeProblem;
import org.carrel.platform.MailSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;

/** Against a real mail server, which fails in every way that one can. */
class MailLineTest {
    private static final Instant NOON = Instant.parse("2026-03-02T18:00:00Z");
    private static final String ZOE = "zoe@school.example";

    @TempDir
    Path directory;

    private static MailSettings settings(int port, boolean encrypted) {
        return new MailSettings(
                "127.0.0.1", port, encrypted, "", Optional.empty(), "bounces@school.example", List.of(), 60);
    }

    private static Letter letter(String to) {
        return new Letter(
                "library@school.example",
                "Bücherei – Biblioteca",
                to,
                "Pronto: 1 artículo",
                "Hola, Zoë:\n\n.un punto\nNúñez «¿qué?» 図書館\n",
                "<notice-1@library.example>",
                NOON);
    }

    private static Delivery send(PostOffice office, Letter letter) {
        return send(new Mailer(settings(office.port(), false)), letter);
    }

    private static Delivery send(Mailer mailer, Letter letter) {
        try (var line = mailer.open()) {
            return line.send(letter);
        }
    }

    /** B-38: what is asked stands in the part and in its Content-Type, and nothing of it is changed on the way. */
    @Test
    void b38ACalendarGoesAlongAsASecondWayToReadTheLetter() throws Exception {
        var calendar = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nX-NAME:Núñez 🌋\r\nEND:VCALENDAR\r\n";
        var plain = letter(ZOE);
        var letter = new Letter(
                plain.from(),
                plain.fromName(),
                plain.to(),
                plain.subject(),
                plain.body(),
                plain.messageId(),
                plain.written(),
                Optional.of(new CalendarPart(calendar, "text/calendar; charset=UTF-8; method=CANCEL")));
        try (var office = PostOffice.open()) {
            assertThat(send(office, letter)).isEqualTo(Delivery.TAKEN);
            var message = office.taken().getFirst().read();
            assertThat(message.getContentType()).startsWith("multipart/alternative");
            var parts = (MimeMultipart) message.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                    .isEqualTo(plain.body());
            assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/calendar; charset=UTF-8; method=CANCEL");
            var read = parts.getBodyPart(1).getInputStream().readAllBytes();
            assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo(calendar);
        }
    }

    @Test
    void aLetterArrivesAsItWasWritten() {
        try (var office = PostOffice.open()) {
            assertThat(send(office, letter(ZOE))).isEqualTo(Delivery.TAKEN);
            var mail = office.taken().getFirst();
            assertThat(mail.from()).as("the envelope").isEqualTo("bounces@school.example");
            assertThat(mail.to()).containsExactly(ZOE);
            assertThat(mail.subject()).isEqualTo("Pronto: 1 artículo");
            assertThat(mail.text()).isEqualTo("Hola, Zoë:\n\n.un punto\nNúñez «¿qué?» 図書館\n");
            assertThat(mail.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.header("Message-ID")).isEqualTo("<notice-1@library.example>");
            assertThat(mail.header("Date")).isEqualTo("Mon, 2 Mar 2026 18:00:00 GMT");
            assertThat(mail.header("To")).isEqualTo(ZOE);
            assertThat(mail.header("From")).contains("=?UTF-8?").endsWith("<library@school.example>");
        }
    }

    @Test
    void oneLineTakesManyLettersAlsoAfterOneThatWasRefused() {
        try (var office = PostOffice.open().refuse("gone@school.example");
                var line = new Mailer(settings(office.port(), false)).open()) {
            assertThat(line.send(letter(ZOE))).isEqualTo(Delivery.TAKEN);
            assertThat(line.send(letter("gone@school.example"))).isEqualTo(Delivery.of(NoticeProblem.REFUSED, 550));
            assertThat(line.send(letter(ZOE))).isEqualTo(Delivery.TAKEN);
            assertThat(office.taken()).hasSize(2);
        }
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() {
        try (var office = PostOffice.open().busyFor(1)) {
            assertThat(send(office, letter(ZOE))).isEqualTo(Delivery.of(NoticeProblem.TRY_LATER, 451));
            assertThat(office.taken()).isEmpty();
            assertThat(send(office, letter(ZOE))).isEqualTo(Delivery.TAKEN);
        }
    }

    @ParameterizedTest
    @CsvSource({"452, TRY_LATER", "554, REFUSED"})
    void whatTheServerSaysAfterItHasReadTheLetterCounts(int code, NoticeProblem problem) {
        try (var office = PostOffice.open().answer(code)) {
            assertThat(send(office, letter(ZOE))).isEqualTo(Delivery.of(problem, code));
        }
    }

    @Test
    void aLineThatBreaksAfterTheLetterLeavesOpenWhetherItArrived() {
        try (var office = PostOffice.open().hangUpAfter(1)) {
            assertThat(send(office, letter(ZOE))).isEqualTo(Delivery.of(NoticeProblem.BROKEN_OFF));
            assertThat(office.taken()).as("it has arrived").hasSize(1);
        }
    }

    @Test
    void aServerThatIsAwayHasNothing() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(send(new Mailer(settings(port, false)), letter(ZOE)))
                .isEqualTo(Delivery.of(NoticeProblem.UNREACHABLE));
    }

    @Test
    void aLineThatBreaksBeforeTheLetterIsAServerThatIsAway() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (var client = socket.accept()) {
                    client.getOutputStream().write("220 hello\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(send(new Mailer(settings(socket.getLocalPort(), false)), letter(ZOE)))
                    .isEqualTo(Delivery.of(NoticeProblem.UNREACHABLE));
        }
    }

    @Test
    void nothingIsSentInTheClearWhereEncryptionIsAskedFor() {
        try (var office = PostOffice.open()) {
            assertThat(send(new Mailer(settings(office.port(), true)), letter(ZOE)))
                    .isEqualTo(Delivery.of(NoticeProblem.NOT_ENCRYPTED));
            assertThat(office.asked()).isZero();
        }
    }

    @Test
    void aServerThatEncryptsIsSpokenToWhereItsCertificateIsGood() throws Exception {
        var context = certificate();
        try (var office = PostOffice.encrypting(context)) {
            var mailer = new Mailer(settings(office.port(), true), Optional.of(context.getSocketFactory()));
            assertThat(send(mailer, letter(ZOE))).isEqualTo(Delivery.TAKEN);
            assertThat(send(new Mailer(settings(office.port(), true)), letter(ZOE)))
                    .as("a certificate that nobody knows")
                    .isEqualTo(Delivery.of(NoticeProblem.NOT_ENCRYPTED));
            var other = new MailSettings(
                    "localhost", office.port(), true, "", Optional.empty(), "a@b.example", List.of(), 60);
            SSLSocketFactory trusting = context.getSocketFactory();
            assertThat(send(new Mailer(other, Optional.of(trusting)), letter(ZOE)))
                    .as("a certificate for another name")
                    .isEqualTo(Delivery.of(NoticeProblem.NOT_ENCRYPTED));
            assertThat(office.taken()).hasSize(1);
        }
    }

    @Test
    void whoIsNotLetInSaysSo() throws IOException {
        var factory = new EasyAuthenticationHandlerFactory((user, password, context) -> {
            if (!password.equals("seven lanterns")) throw new LoginFailedException();
        });
        var file = directory.resolve("password");
        try (var office = PostOffice.open(
                builder -> builder.authenticationHandlerFactory(factory).requireAuth())) {
            var settings = new MailSettings(
                    "127.0.0.1", office.port(), false, "library", Optional.of(file), "a@b.example", List.of(), 60);
            Files.writeString(file, "wrong\n");
            assertThat(send(new Mailer(settings), letter(ZOE))).isEqualTo(Delivery.of(NoticeProblem.NOT_SIGNED_IN));
            Files.writeString(file, "seven lanterns\n");
            assertThat(send(new Mailer(settings), letter(ZOE)))
                    .as("the file is read anew")
                    .isEqualTo(Delivery.TAKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe@school.example, evil@evil.example",
                "zoe@school.example\r\nBcc: evil@evil.example",
                "Zoe <zoe@school.example>",
                "zoe@school.example evil@evil.example",
                "zoe@school.example\nRCPT TO:<evil@evil.example>",
                "zoe",
                "@school.example",
                "Group: zoe@school.example;",
                ""
            })
    void whatIsNotOneBareAddressIsNone(String address) {
        try (var office = PostOffice.open()) {
            assertThat(send(office, letter(address))).isEqualTo(Delivery.of(NoticeProblem.BAD_ADDRESS));
            assertThat(office.asked()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u2028", "\u0085", "\u000b", "\r\n\r\n"})
    void noNameAndNoSubjectBringsALineOfItsOwn(String end) {
        var evil = "Zoë" + end + "Bcc: evil@evil.example" + end + "X-Evil: yes";
        try (var office = PostOffice.open()) {
            var letter = new Letter("library@school.example", evil, ZOE, evil, "Hello", "<a@b>", NOON);
            assertThat(send(office, letter)).isEqualTo(Delivery.TAKEN);
            var mail = office.taken().getFirst();
            assertThat(mail.to()).containsExactly(ZOE);
            assertThat(mail.header("Bcc")).isEmpty();
            assertThat(mail.header("X-Evil")).isEmpty();
            assertThat(mail.raw().lines()).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("X-Evil"));
            assertThat(mail.subject()).isEqualTo("Zoë Bcc: evil@evil.example X-Evil: yes");
            assertThat(mail.text()).isEqualTo("Hello\n");
        }
    }

    /** For 127.0.0.1, known to nobody else. */
    private SSLContext certificate() throws IOException, GeneralSecurityException, InterruptedException {
        var file = directory.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "post",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=post",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var password = "changeit".toCharArray();
        var keys = KeyStore.getInstance(file.toFile(), password);
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("post", keys.getCertificate("post"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
