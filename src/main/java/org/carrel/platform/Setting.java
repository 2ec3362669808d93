package org.carrel.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is: {@code config/carrel.properties} explains each of them. */
public enum Setting {
    HOME("carrel.home", "", "a directory"),
    DB_URL("carrel.db.url", "", "empty, or a URL such as jdbc:mariadb://host:3306/carrel"),
    DB_USER("carrel.db.user", "carrel", "the name of a database user"),
    DB_PASSWORD("carrel.db.password", "", "the password of the database user"),
    KEYS("carrel.keys", "", "a directory"),
    HTTP_ADDRESS("carrel.http.address", "127.0.0.1", "an address of this machine, or 0.0.0.0 for all of them"),
    HTTP_PORT("carrel.http.port", "8080", "a number from 1 to 65535"),
    BASE_URL("carrel.base-url", "", "empty, or a URL such as https://library.example.edu without a path"),
    HTTP_MAX_BODY("carrel.http.max-body", "1 MB", "a size such as 512 KB or 1 MB, at most 1 GB"),
    HTTP_PROXIES("carrel.http.proxies", "127.0.0.1, ::1", "addresses in figures such as 127.0.0.1, ::1"),
    STAFF_OWN_MACHINE("carrel.staff.own-machine", "false", "true or false"),
    STAFF_BADGE_WITH_PIN("carrel.staff.badge-with-pin", "false", "true or false"),
    OIDC_ISSUER("carrel.oidc.issuer", "", "empty, or an https address such as https://accounts.google.com"),
    OIDC_CLIENT_ID("carrel.oidc.client-id", "", "the client ID that the issuer has given you"),
    OIDC_CLIENT_SECRET("carrel.oidc.client-secret", "", "the secret that the issuer has given you"),
    OIDC_DOMAIN("carrel.oidc.domain", "", "your Google Workspace domain, which accounts.google.com needs"),
    OIDC_TENANT("carrel.oidc.tenant", "", "the ID of your Entra tenant, which login.microsoftonline.com needs"),
    OIDC_NAME("carrel.oidc.name", "the school account", "what the button is called, at most 40 characters"),
    SCHOOL_NAME("carrel.school.name", "Lakeside Media Center", "the name of the media center, at most 100 characters"),
    SCHOOL_TIME_ZONE("carrel.school.time-zone", "system", "system, or a time zone such as America/Chicago"),
    NEW_DAYS("carrel.school.new-days", "90", "a number of days from 1 to 3650"),
    CART_MISSING_DAYS("carrel.devices.cart-missing-days", "7", "a number of days from 1 to 365"),
    ROSTER_FOLDER("carrel.roster.folder", "", "empty, or a directory"),
    ROSTER_SOURCE("carrel.roster.source", "SIS", "a name of at most 100 characters"),
    ROSTER_TIME("carrel.roster.time", "always", "always, or a time of day such as 02:30"),
    MAIL_HOST("carrel.mail.host", "", "empty, or the name of a mail server"),
    MAIL_PORT("carrel.mail.port", "587", "a number from 1 to 65535"),
    MAIL_STARTTLS("carrel.mail.starttls", "true", "true or false"),
    MAIL_USER("carrel.mail.user", "", "empty, or the user name at the mail server"),
    MAIL_PASSWORD_FILE("carrel.mail.password-file", "", "empty, or a file that can be read"),
    MAIL_FROM("carrel.mail.from", "", "a mail address such as library@example.edu"),
    MAIL_ADMINS("carrel.mail.admins", "", "empty, or mail addresses with commas between"),
    MAIL_PER_MINUTE("carrel.mail.per-minute", "60", "a number from 1 to 1000"),
    KEEP_SEARCH_WORDS("carrel.keep.search-words", "400", "a number of days from 1 to 400"),
    KEEP_LOGS("carrel.keep.logs", "30", "a number of days from 8 to 30"),
    KEEP_AUDIT("carrel.keep.audit", "400", "a number of days from 100 to 3650"),
    KEEP_RETURNED_LOANS("carrel.keep.returned-loans", "0", "a number of days from 0 to 30"),
    KEEP_SETTLED_CHARGES("carrel.keep.settled-charges", "400", "a number of days from 200 to 3650"),
    KEEP_LEFT_PEOPLE("carrel.keep.left-people", "30", "a number of days from 0 to 365"),
    KEEP_ROSTERS("carrel.keep.rosters", "30", "a number of days from 1 to 365"),
    KEEP_NOTICES("carrel.keep.notices", "30", "a number of days from 1 to 90"),
    KEEP_BROWSERS("carrel.keep.browsers", "120", "a number of days from 1 to 400"),
    KEEP_TESTS("carrel.keep.tests", "365", "a number of days from 30 to 3650"),
    KEEP_REPORTS("carrel.keep.reports", "7", "a number of days from 1 to 30"),
    SAMPLE_SCHOOL("carrel.sample-school", "false", "true or false");

    private final String key;
    private final String standard;
    private final String allowed;

    Setting(String key, String standard, String allowed) {
        this.key = key;
        this.standard = standard;
        this.allowed = allowed;
    }

    public String key() {
        return key;
    }

    /** What holds when nobody sets it. */
    public String standard() {
        return standard;
    }

    /** What may be set, as the end of a sentence that begins with "must be". */
    public String allowed() {
        return allowed;
    }

    /** {@code CARREL_DB_URL} for {@code carrel.db.url}. */
    public String environmentName() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
