package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.carrel.platform.CarrelHome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mariadb.jdbc.Driver;

/**
 * carrel.jar from outside: what starts, what is printed, what listens, what remains. One home directory for all, because
 * the first use of a home directory makes a database; no test depends on what another left in it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServeIT {
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Duration FAIL = Duration.ofSeconds(180);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS) // the server's log says why
    static Path directory;

    private static CarrelHome home = new CarrelHome(Path.of("carrel-home"));

    @BeforeAll
    static void onlyWithThePackagedJar() {
        assumeTrue(Files.exists(CarrelProcess.JAR), "target/carrel.jar is missing: run mvn package first");
        home = new CarrelHome(directory.resolve("home of a school"));
        SharedPrograms.lend(home);
    }

    @Test
    void servesStopsAndServesAgainWithTheSameData() throws Exception {
        var port = CarrelProcess.freePort();
        try (var first = CarrelProcess.start(home.root(), "serve", "--port", String.valueOf(port))) {
            assertThat(first.awaitOpen()).as(first.output()).isTrue();
            assertThat(first.output())
                    .contains("http://127.0.0.1:" + port, home.root().toString(), "Ctrl-C");
            isReadyAndSaysNothingElse(port);
            listensOnLoopbackOnly(first, port);
            aSecondOneIsRefused(port);
            anotherCommandJoinsTheRunningDatabase();
            write("kept");
            hasNoWayInButThePrintedCode(first, port);

            first.terminate();
            assertThat(first.awaitExit(STOP)).isZero();
            assertThat(first.goneWithin(Duration.ZERO))
                    .as("processes that outlived a clean stop")
                    .isTrue();
            assertThat(first.standardError()).isEmpty();
        }
        try (var second = CarrelProcess.start(home.root(), "serve", "--port", String.valueOf(port))) {
            assertThat(second.awaitOpen()).as(second.output()).isTrue();
            assertThat(second.output()).doesNotContain("setup code", "sample school");
            assertThat(read()).containsExactly("kept");
            assertThat(CarrelProcess.get(port, "/health/ready").statusCode()).isEqualTo(200);

            second.kill();
            assertThat(second.goneWithin(STOP))
                    .as("processes that outlived a killed launcher")
                    .isTrue();
        }
        commandsStartTheDatabaseThemselvesAfterACrash();
    }

    /** ST-14: no account, no password, no key that is the same at two schools. */
    private static void hasNoWayInButThePrintedCode(CarrelProcess process, int port) throws Exception {
        assertThat(query("select username from account")).isEmpty();
        assertThat(CarrelProcess.get(port, "/sign-in").body()).contains("id=\"fresh\"");
        for (var name : List.of("admin", "demo-admin", "carrel", "root")) {
            for (var password : List.of("", "admin", "password", "changeit", "carrel")) {
                var form = "username=" + name + "&password=" + password;
                assertThat(CarrelProcess.post(port, "/sign-in", form).statusCode())
                        .isIn(422, 429);
            }
        }
        var code = process.output().replaceAll("(?s).*setup code, for one hour: (\\S+).*", "$1");
        assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(Files.readString(home.logs().resolve("carrel.log"))).contains(code);
        var form = "name=Ada&username=ada&new-password=seven+paper+lanterns&again=seven+paper+lanterns&code=";
        assertThat(CarrelProcess.post(port, "/setup", form + "AAAA-AAAA").statusCode())
                .isEqualTo(422);
        assertThat(CarrelProcess.post(port, "/setup", form + code).statusCode()).isEqualTo(303);
        assertThat(CarrelProcess.post(port, "/setup", form.replace("=ada", "=eve") + code)
                        .statusCode())
                .as("the code a second time")
                .isEqualTo(422);
        assertThat(query("select concat(username, ' ', role) from account")).containsExactly("ada admin");
    }

    /** ST-19: no page of the server that stands below ours. */
    private static void isReadyAndSaysNothingElse(int port) throws Exception {
        var ready = CarrelProcess.get(port, "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.headers().map()).doesNotContainKeys("server", "x-powered-by");
        for (var path : List.of(
                "/metrics", "/metrics/base", "/openapi", "/health", "/health/started", "/asadmin", "/WEB-INF/")) {
            var answer = CarrelProcess.get(port, path);
            assertThat(answer.statusCode()).as(path).isBetween(300, 499);
            assertThat(answer.body()).as(path).doesNotContain("Payara", "GlassFish", "org.apache");
            assertThat(answer.headers().map()).as(path).doesNotContainKeys("server", "x-powered-by");
        }
    }

    /** ST-19. */
    private static void listensOnLoopbackOnly(CarrelProcess process, int port) throws Exception {
        var listening = ListeningSockets.of(process.pids());
        assertThat(listening).hasSize(2);
        assertThat(listening)
                .allSatisfy(socket ->
                        assertThat(socket.getAddress().isLoopbackAddress()).isTrue());
        assertThat(listening).anySatisfy(socket -> assertThat(socket.getPort()).isEqualTo(port));
    }

    private static void aSecondOneIsRefused(int port) throws Exception {
        try (var samePort = CarrelProcess.start(home.root(), "serve", "--port", String.valueOf(port))) {
            assertThat(samePort.awaitExit(FAIL)).isEqualTo(1);
            assertThat(samePort.standardError()).contains("Port " + port, "carrel.http.port");
            assertThat(samePort.standardError().lines()).hasSize(1);
        }
        var otherPort = String.valueOf(CarrelProcess.freePort());
        try (var sameHome = CarrelProcess.start(home.root(), "serve", "--port", otherPort)) {
            assertThat(sameHome.awaitExit(FAIL)).isEqualTo(1);
            assertThat(sameHome.standardError()).contains(home.database().toString());
            assertThat(sameHome.standardError().lines()).hasSize(1);
        }
    }

    private static void anotherCommandJoinsTheRunningDatabase() throws Exception {
        var running = RunningDatabase.read(home);
        try (var command = CarrelProcess.start(home.root(), "verify")) {
            command.awaitExit(FAIL);
            assertThat(command.standardError()).doesNotContain("database");
        }
        assertThat(RunningDatabase.read(home)).isEqualTo(running);
        assertThat(MariaDbProbe.answers(running.orElseThrow())).isTrue();
    }

    private static void commandsStartTheDatabaseThemselvesAfterACrash() throws Exception {
        System.setProperty("carrel.internal.jar", CarrelProcess.JAR.toString());
        try (var database = EmbeddedDatabase.startOrJoin(home)) {
            assertThat(database).isInstanceOf(EmbeddedDatabase.Owned.class);
            assertThat(read()).containsExactly("kept");
            theDatabaseIsSetUpForTheCatalog();
        }
        assertThat(RunningDatabase.read(home)).isEmpty();
    }

    private static void theDatabaseIsSetUpForTheCatalog() throws Exception {
        assertThat(query("select @@character_set_database")).containsExactly("utf8mb4");
        assertThat(query("select @@innodb_flush_log_at_trx_commit")).containsExactly("1");
        assertThat(query("select current_user()")).containsExactly("carrel@127.0.0.1");
        var access = home.run().resolve("database.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(access)))
                .isEqualTo("rw-------");
    }

    @Test
    void aWebApplicationThatCannotStartIsReportedAndLeavesNothingBehind() throws Exception {
        var beans = unpackedBeans();
        var good = Files.readString(beans);
        Files.writeString(beans, "<beans");
        try (var process =
                CarrelProcess.start(home.root(), "serve", "--port", String.valueOf(CarrelProcess.freePort()))) {
            assertThat(process.awaitExit(FAIL)).isEqualTo(1);
            assertThat(process.standardError())
                    .contains("The web application did not start")
                    .contains(home.logs().resolve("server.log").toString());
            assertThat(process.standardError().lines()).hasSize(1);
            assertThat(RunningDatabase.read(home)).isEmpty();
        } finally {
            Files.writeString(beans, good);
        }
    }

    private static Path unpackedBeans() throws Exception {
        try (var help = CarrelProcess.start(home.root(), "--help")) {
            assertThat(help.awaitExit(FAIL)).isZero();
        }
        try (var parts = Files.list(home.runtime())) {
            var application = parts.filter(part -> part.getFileName().toString().matches("app-[0-9a-f]+"));
            return application.findAny().orElseThrow().resolve("WEB-INF/beans.xml");
        }
    }

    @Test
    void aBadSettingIsOneSentenceAndExitCode2() throws Exception {
        try (var process = CarrelProcess.start(
                CarrelProcess.thisJava(),
                home.root(),
                List.of("-Dcarrel.school.time-zone=Mars/Base"),
                List.of("serve"))) {
            assertThat(process.awaitExit(FAIL)).isEqualTo(2);
            assertThat(process.standardError()).contains("carrel.school.time-zone", "Mars/Base");
            assertThat(process.standardError().lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "verify"})
    void aDatabaseOutOfReachIsOneSentence(String command) throws Exception {
        var options = List.of(
                "-Dcarrel.db.url=jdbc:mariadb://127.0.0.1:" + CarrelProcess.freePort() + "/carrel",
                "-Dcarrel.http.port=" + CarrelProcess.freePort());
        try (var process = CarrelProcess.start(CarrelProcess.thisJava(), home.root(), options, List.of(command))) {
            assertThat(process.awaitExit(FAIL)).isEqualTo(1);
            assertThat(process.standardError()).contains("cannot be reached", "carrel.db.url");
            assertThat(process.standardError().lines()).hasSize(1);
        }
    }

    @Test
    void somethingElseOnThePortIsNamedBeforeAnythingStarts() throws Exception {
        try (var other = new ServerSocket(0);
                var process =
                        CarrelProcess.start(home.root(), "serve", "--port", String.valueOf(other.getLocalPort()))) {
            assertThat(process.awaitExit(FAIL)).isEqualTo(1);
            assertThat(process.standardError()).contains("Port " + other.getLocalPort(), "carrel.http.port");
        }
    }

    @Test
    @Order(1)
    void anOlderJavaHandsOverToANewerOne() throws Exception {
        var old = olderJava();
        assumeTrue(old.isPresent(), "skipped: no Java older than 21 is installed beside this one");
        try (var process = CarrelProcess.start(old.get(), home.root(), List.of("-Xmx300m"), List.of("--version"))) {
            assertThat(process.awaitExit(FAIL)).as(process.output()).isZero();
            assertThat(process.output()).containsPattern("Java 2[1-9]|Java [3-9][0-9]");
        }
    }

    private static Optional<Path> olderJava() throws IOException {
        var siblings = Path.of(System.getProperty("java.home")).toAbsolutePath().getParent();
        try (Stream<Path> all = Files.list(siblings)) {
            return all.map(java -> java.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .filter(ServeIT::isOlder)
                    .findFirst();
        }
    }

    private static boolean isOlder(Path java) {
        try {
            var release = java.getParent().getParent().resolve("release");
            return Files.isRegularFile(release)
                    && Files.readString(release).matches("(?s).*JAVA_VERSION=\"1[1-9][.\"].*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String text) throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create table serve_it (text varchar(100))");
            statement.execute("insert into serve_it values ('" + text + "')");
        }
    }

    private static List<String> read() throws Exception {
        return query("select text from serve_it");
    }

    private static List<String> query(String sql) throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) texts.add(rows.getString(1));
            return texts;
        }
    }

    private static Connection connect() throws SQLException, IOException {
        var access = RunningDatabase.read(home).orElseThrow();
        var properties = new Properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        return new Driver().connect(access.url(), properties);
    }
}
