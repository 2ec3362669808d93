package org.carrel.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path directory;

    @Test
    void defaultsAreThoseOfASchoolThatTriesItOut() {
        var settings = Settings.of(new SettingSources());
        assertThat(settings.database().embedded()).isTrue();
        assertThat(settings.http())
                .isEqualTo(new HttpSettings("127.0.0.1", 8080, URI.create("http://127.0.0.1:8080"), 1 << 20));
        assertThat(settings.school())
                .isEqualTo(new SchoolSettings("Lakeside Media Center", ZoneId.systemDefault(), 90));
        assertThat(settings.sampleSchool()).isFalse();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(textBlock = """
            # not a number
            carrel.http.port, http
            # no such port
            carrel.http.port, 0
            carrel.http.port, 65536
            # another product
            carrel.db.url, jdbc:mysql://localhost/carrel
            # no database named
            carrel.db.url, jdbc:mariadb://localhost:3306/
            # a user must have a name
            carrel.db.user, ''
            # not an address
            carrel.http.address, 'here, there'
            # a path would break links
            carrel.base-url, https://school.example.edu/library
            # not the web
            carrel.base-url, ftp://school.example.edu
            carrel.base-url, library
            # no unit that we know, nothing, too much
            carrel.http.max-body, 1 pound
            carrel.http.max-body, 0
            carrel.http.max-body, 2 GB
            # no name on the pages
            carrel.school.name, ''
            # no such place
            carrel.school.time-zone, America/Springfield
            # nothing would ever be new; no number
            carrel.school.new-days, 0
            carrel.devices.cart-missing-days, 0
            carrel.devices.cart-missing-days, a week
            carrel.school.new-days, 4000
            carrel.school.new-days, a month
            carrel.sample-school, yes
            carrel.staff.own-machine, no
            # a name may mean another machine tomorrow
            carrel.http.proxies, proxy.example.edu
            # tokens and codes travel in the open
            carrel.oidc.issuer, http://login.example.edu
            carrel.oidc.issuer, login
            """)
    void aBadValueIsNamedWithItsSettingItsOriginAndWhatIsAllowed(String name, String value) throws IOException {
        var file = Files.writeString(directory.resolve("carrel.properties"), name + "=" + value);
        var setting = Setting.named(name).orElseThrow();
        assertThatThrownBy(() -> Settings.of(new SettingSources().file(file)))
                .isInstanceOf(SettingProblem.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining("\"" + value + "\"")
                .hasMessageContaining("set in " + file)
                .hasMessageContaining(setting.allowed());
    }

    @ParameterizedTest(name = "{0} needs {1}")
    @CsvSource({
        "https://accounts.google.com, carrel.oidc.domain",
        "https://login.microsoftonline.com/x/v2.0, carrel.oidc.tenant",
        "https://login.example.edu, carrel.oidc.client-id"
    })
    void whereEverybodyHasAnAccountTheSchoolsPartIsNamed(String issuer, String missing) {
        var sources = new SettingSources().option(Setting.OIDC_ISSUER, issuer);
        assertThatThrownBy(() -> Settings.of(sources))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining(missing);
    }

    @ParameterizedTest(name = "{0} is {1} bytes")
    @CsvSource(textBlock = """
            100,    100
            512 KB, 524288
            1mb,    1048576
            1 GB,   1073741824
            """)
    void sizesHaveUnits(String text, long bytes) {
        var sources = new SettingSources().option(Setting.HTTP_MAX_BODY, text);
        assertThat(Settings.of(sources).http().maxBodyBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(textBlock = """
            carrel.mail.port, 0
            carrel.mail.starttls, perhaps
            carrel.mail.from, ''
            carrel.mail.from, 'Library <library@example.edu>'
            carrel.mail.host, 'one, two'
            carrel.mail.admins, 'a@example.edu, b'
            carrel.mail.per-minute, 0
            carrel.mail.per-minute, 1001
            # a user without a password, a file that is not there
            carrel.mail.user, library
            carrel.mail.password-file, /no/such/file
            """)
    void aMailServerIsSaidAsAWhole(String name, String value) {
        var sources = new SettingSources()
                .option(Setting.MAIL_HOST, "smtp.example.edu")
                .option(Setting.MAIL_FROM, "library@example.edu");
        assertThat(Settings.of(sources).mail()).hasValueSatisfying(mail -> {
            assertThat(mail.encrypted()).isTrue();
            assertThat(mail.port()).isEqualTo(587);
            assertThat(mail.perMinute()).isEqualTo(60);
        });
        sources.option(Setting.named(name).orElseThrow(), value);
        assertThatThrownBy(() -> Settings.of(sources))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("carrel.mail.");
    }

    @Test
    void withoutAHostThereIsNoMail() {
        assertThat(Settings.of(new SettingSources().option(Setting.MAIL_PORT, "nothing"))
                        .mail())
                .isEmpty();
    }

    @Test
    void theLaterSourceWins() throws IOException {
        var file =
                Files.writeString(directory.resolve("carrel.properties"), "carrel.http.port=1\ncarrel.db.user=file\n");
        var properties = new Properties();
        properties.setProperty("carrel.http.port", "3");
        var sources = new SettingSources()
                .file(file)
                .environment(Map.of("CARREL_HTTP_PORT", "2", "CARREL_SCHOOL_NAME", "Umwelt-Schule Ü"))
                .systemProperties(properties);
        var settings = Settings.of(sources);
        assertThat(settings.http().port()).isEqualTo(3);
        assertThat(settings.database().user()).isEqualTo("file");
        assertThat(settings.school().name()).isEqualTo("Umwelt-Schule Ü");
        assertThat(Settings.of(sources.option(Setting.HTTP_PORT, "4")).http().port())
                .isEqualTo(4);
    }

    @Test
    void linksFollowThePortUnlessABaseUrlIsSet() {
        var sources = new SettingSources().option(Setting.HTTP_PORT, "9000");
        assertThat(Settings.of(sources).http().baseUrl()).hasToString("http://127.0.0.1:9000");
        sources.option(Setting.BASE_URL, "https://library.example.edu/");
        assertThat(Settings.of(sources).http().baseUrl()).hasToString("https://library.example.edu");
    }

    @Test
    void anUnknownNameIsRefusedInTheFileAndAmongSystemProperties() throws IOException {
        var file = Files.writeString(directory.resolve("carrel.properties"), "carrel.http.prot=80\n");
        assertThatThrownBy(() -> new SettingSources().file(file)).hasMessageContaining("carrel.http.prot");
        var properties = new Properties();
        properties.setProperty("carrel.schol.name", "x");
        assertThatThrownBy(() -> new SettingSources().systemProperties(properties))
                .hasMessageContaining("carrel.schol.name")
                .hasMessageContaining("-Dcarrel.schol.name");
    }

    @Test
    void whatIsNotOursIsLeftAlone() {
        var properties = new Properties();
        properties.setProperty("java.io.tmpdir", "/tmp");
        properties.setProperty("carrel.internal.jar", "x.jar");
        var sources = new SettingSources()
                .systemProperties(properties)
                .environment(Map.of("CARREL_SERVICE_HOST", "10.0.0.1"))
                .file(directory.resolve("missing.properties"));
        assertThat(Settings.of(sources)).isEqualTo(Settings.of(new SettingSources()));
    }

    @Test
    void aPasswordIsNeverShown() {
        var settings = new DatabaseSettings("jdbc:mariadb://db/carrel", "carrel", "secret");
        assertThat(settings.toString()).doesNotContain("secret");
    }
}
