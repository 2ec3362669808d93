package org.carrel.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All settings, checked: every value in here can be used.
 *
 * @param cartMissingDays what did not come back with its cart counts as missing after so many days
 */
public record Settings(
        CarrelHome home,
        Path keys,
        DatabaseSettings database,
        HttpSettings http,
        AccessSettings access,
        Optional<OpenIdSettings> openId,
        SchoolSettings school,
        RosterSettings roster,
        Optional<MailSettings> mail,
        RetentionSettings retention,
        int cartMissingDays,
        boolean sampleSchool) {
    private static final Pattern FIGURES = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]{1,44}");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,10})\\s*(B|KB|MB|GB)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATABASE_URL = Pattern.compile("jdbc:mariadb:[^/]*//[^/]+/\\w[^/]*");
    private static final long LARGEST_BODY = 1L << 30;

    /** The usual sources of a process; {@code carrel-home} in the working directory when no home is set. */
    public static Settings ofThisProcess() {
        return of(sourcesOfThisProcess());
    }

    /** As {@link #ofThisProcess}, open for options of the command line. */
    public static SettingSources sourcesOfThisProcess() {
        var first = new SettingSources().environment(System.getenv()).systemProperties(System.getProperties());
        return new SettingSources()
                .file(home(first).properties())
                .environment(System.getenv())
                .systemProperties(System.getProperties());
    }

    /** Throws {@link SettingProblem} with the first value that cannot be used. */
    public static Settings of(SettingSources sources) {
        return new Settings(
                home(sources),
                keys(sources),
                database(sources),
                http(sources),
                access(sources),
                OpenIdReader.read(sources),
                school(sources),
                roster(sources),
                MailReader.read(sources),
                RetentionSettings.of(sources),
                cartMissingDays(sources),
                flag(sources, Setting.SAMPLE_SCHOOL));
    }

    private static CarrelHome home(SettingSources sources) {
        var text = sources.text(Setting.HOME);
        return new CarrelHome(Path.of(text.isEmpty() ? "carrel-home" : text));
    }

    private static Path keys(SettingSources sources) {
        var text = sources.text(Setting.KEYS);
        return text.isEmpty()
                ? home(sources).keys()
                : Path.of(text).toAbsolutePath().normalize();
    }

    private static DatabaseSettings database(SettingSources sources) {
        var url = sources.text(Setting.DB_URL);
        if (!url.isEmpty() && !DATABASE_URL.matcher(url).matches()) throw sources.problem(Setting.DB_URL);
        var user = sources.text(Setting.DB_USER);
        if (user.isEmpty()) throw sources.problem(Setting.DB_USER);
        return new DatabaseSettings(url, user, sources.text(Setting.DB_PASSWORD));
    }

    private static HttpSettings http(SettingSources sources) {
        var address = sources.text(Setting.HTTP_ADDRESS);
        if (!address.matches("[0-9A-Za-z.:-]+")) throw sources.problem(Setting.HTTP_ADDRESS);
        var port = port(sources);
        return new HttpSettings(address, port, baseUrl(sources, port), size(sources));
    }

    private static int port(SettingSources sources) {
        var text = sources.text(Setting.HTTP_PORT);
        var port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) throw sources.problem(Setting.HTTP_PORT);
        return port;
    }

    private static URI baseUrl(SettingSources sources, int port) {
        var text = sources.text(Setting.BASE_URL);
        if (text.isEmpty()) return URI.create("http://127.0.0.1:" + port);
        try {
            var url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            var web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            var bare = url.getHost() != null && url.getRawPath().isEmpty() && url.getRawUserInfo() == null;
            if (web && bare && url.getRawQuery() == null && url.getRawFragment() == null) return url;
        } catch (URISyntaxException e) {
            throw sources.problem(Setting.BASE_URL);
        }
        throw sources.problem(Setting.BASE_URL);
    }

    private static long size(SettingSources sources) {
        var matcher = SIZE.matcher(sources.text(Setting.HTTP_MAX_BODY));
        if (!matcher.matches()) throw sources.problem(Setting.HTTP_MAX_BODY);
        var unit = matcher.group(2) == null ? "B" : matcher.group(2);
        var bytes = Long.parseLong(matcher.group(1)) << (10 * "BKMG".indexOf(Character.toUpperCase(unit.charAt(0))));
        if (bytes < 1 || bytes > LARGEST_BODY) throw sources.problem(Setting.HTTP_MAX_BODY);
        return bytes;
    }

    private static SchoolSettings school(SettingSources sources) {
        var name = sources.text(Setting.SCHOOL_NAME);
        if (name.isEmpty() || name.length() > 100) throw sources.problem(Setting.SCHOOL_NAME);
        return new SchoolSettings(name, timeZone(sources), newDays(sources));
    }

    private static int newDays(SettingSources sources) {
        var text = sources.text(Setting.NEW_DAYS);
        var days = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > 3650) throw sources.problem(Setting.NEW_DAYS);
        return days;
    }

    private static int cartMissingDays(SettingSources sources) {
        var text = sources.text(Setting.CART_MISSING_DAYS);
        var days = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > 365) throw sources.problem(Setting.CART_MISSING_DAYS);
        return days;
    }

    private static RosterSettings roster(SettingSources sources) {
        var folder = sources.text(Setting.ROSTER_FOLDER);
        var source = sources.text(Setting.ROSTER_SOURCE);
        if (source.isEmpty() || source.length() > 100) throw sources.problem(Setting.ROSTER_SOURCE);
        return new RosterSettings(
                folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder)), source, rosterTime(sources));
    }

    private static Optional<LocalTime> rosterTime(SettingSources sources) {
        var text = sources.text(Setting.ROSTER_TIME);
        if (text.equals(Setting.ROSTER_TIME.standard())) return Optional.empty();
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            throw sources.problem(Setting.ROSTER_TIME);
        }
    }

    private static ZoneId timeZone(SettingSources sources) {
        var text = sources.text(Setting.SCHOOL_TIME_ZONE);
        if (text.equals(Setting.SCHOOL_TIME_ZONE.standard())) return ZoneId.systemDefault();
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw sources.problem(Setting.SCHOOL_TIME_ZONE);
        }
    }

    private static AccessSettings access(SettingSources sources) {
        var proxies = new HashSet<String>();
        for (var text : sources.text(Setting.HTTP_PROXIES).split(",")) {
            if (!text.isBlank()) proxies.add(address(text.strip(), sources));
        }
        return new AccessSettings(
                proxies, flag(sources, Setting.STAFF_OWN_MACHINE), flag(sources, Setting.STAFF_BADGE_WITH_PIN));
    }

    private static String address(String figures, SettingSources sources) {
        if (!FIGURES.matcher(figures).matches()) throw sources.problem(Setting.HTTP_PROXIES);
        try {
            return InetAddress.getByName(figures).getHostAddress();
        } catch (UnknownHostException e) {
            throw sources.problem(Setting.HTTP_PROXIES);
        }
    }

    private static boolean flag(SettingSources sources, Setting setting) {
        return switch (sources.text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw sources.problem(setting);
        };
    }
}
