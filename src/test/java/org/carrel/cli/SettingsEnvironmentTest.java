package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.carrel.platform.Setting;
import org.carrel.platform.SettingSources;
import org.carrel.platform.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsEnvironmentTest {
    @TempDir
    static Path directory;

    /** Each setting with a value that is not its standard one. */
    static Stream<Map.Entry<Setting, String>> settings() throws IOException {
        var secret = Files.writeString(directory.resolve("mail-password"), "s3cret");
        return Map.ofEntries(
                Map.entry(Setting.HOME, directory.toString()),
                Map.entry(Setting.DB_URL, "jdbc:mariadb://db.example.edu:3307/media"),
                Map.entry(Setting.DB_USER, "librarian"),
                Map.entry(Setting.DB_PASSWORD, "pa55"),
                Map.entry(Setting.KEYS, directory.resolve("keys").toString()),
                Map.entry(Setting.HTTP_ADDRESS, "0.0.0.0"),
                Map.entry(Setting.HTTP_PORT, "8099"),
                Map.entry(Setting.BASE_URL, "https://library.example.edu"),
                Map.entry(Setting.HTTP_MAX_BODY, "2048"),
                Map.entry(Setting.HTTP_PROXIES, "10.0.0.7"),
                Map.entry(Setting.STAFF_OWN_MACHINE, "true"),
                Map.entry(Setting.STAFF_BADGE_WITH_PIN, "true"),
                Map.entry(Setting.OIDC_ISSUER, "https://login.microsoftonline.com/t-1/v2.0"),
                Map.entry(Setting.OIDC_CLIENT_ID, "client"),
                Map.entry(Setting.OIDC_CLIENT_SECRET, "client secret"),
                Map.entry(Setting.OIDC_DOMAIN, "example.edu"),
                Map.entry(Setting.OIDC_TENANT, "t-1"),
                Map.entry(Setting.OIDC_NAME, "Zebra School"),
                Map.entry(Setting.SCHOOL_NAME, "Zebra Library"),
                Map.entry(Setting.SCHOOL_TIME_ZONE, "Pacific/Auckland"),
                Map.entry(Setting.NEW_DAYS, "17"),
                Map.entry(Setting.CART_MISSING_DAYS, "17"),
                Map.entry(Setting.ROSTER_FOLDER, directory.resolve("drop").toString()),
                Map.entry(Setting.ROSTER_SOURCE, "PowerSchool"),
                Map.entry(Setting.ROSTER_TIME, "02:30"),
                Map.entry(Setting.MAIL_HOST, "mail.example.edu"),
                Map.entry(Setting.MAIL_PORT, "465"),
                Map.entry(Setting.MAIL_STARTTLS, "false"),
                Map.entry(Setting.MAIL_USER, "library"),
                Map.entry(Setting.MAIL_PASSWORD_FILE, secret.toString()),
                Map.entry(Setting.MAIL_FROM, "library@example.edu"),
                Map.entry(Setting.MAIL_ADMINS, "it@example.edu"),
                Map.entry(Setting.MAIL_PER_MINUTE, "7"),
                Map.entry(Setting.KEEP_SEARCH_WORDS, "21"),
                Map.entry(Setting.KEEP_LOGS, "21"),
                Map.entry(Setting.KEEP_AUDIT, "211"),
                Map.entry(Setting.KEEP_RETURNED_LOANS, "21"),
                Map.entry(Setting.KEEP_LEFT_PEOPLE, "21"),
                Map.entry(Setting.KEEP_ROSTERS, "21"),
                Map.entry(Setting.KEEP_NOTICES, "21"),
                Map.entry(Setting.KEEP_BROWSERS, "21"),
                Map.entry(Setting.KEEP_TESTS, "211"),
                Map.entry(Setting.KEEP_REPORTS, "21"),
                Map.entry(Setting.KEEP_SETTLED_CHARGES, "211"),
                Map.entry(Setting.SAMPLE_SCHOOL, "true"))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatIsSetHoldsInTheServerToo(Map.Entry<Setting, String> one) throws IOException {
        assertThat(handedOver()).containsEntry(one.getKey().environmentName(), one.getValue());
    }

    @Test
    void noSettingIsForgottenHere() throws IOException {
        assertThat(settings().map(Map.Entry::getKey)).containsExactlyInAnyOrder(Setting.values());
    }

    private static Map<String, String> handedOver() throws IOException {
        var properties = new Properties();
        settings().forEach(one -> properties.setProperty(one.getKey().key(), one.getValue()));
        var settings = Settings.of(new SettingSources().systemProperties(properties));
        return SettingsEnvironment.of(settings, settings.database());
    }
}
