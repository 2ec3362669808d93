package org.carrel.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where mail goes. Without a host there is no mail, and the rest does not matter. */
final class MailReader {
    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.:-]{1,253}");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\\\p{Cntrl}]{1,64}@[\\p{L}0-9.-]{1,253}");

    private MailReader() {}

    static Optional<MailSettings> read(SettingSources sources) {
        var host = sources.text(Setting.MAIL_HOST);
        if (host.isEmpty()) return Optional.empty();
        if (!HOST.matcher(host).matches()) throw sources.problem(Setting.MAIL_HOST);
        var from = sources.text(Setting.MAIL_FROM);
        if (!ADDRESS.matcher(from).matches()) throw sources.problem(Setting.MAIL_FROM);
        return Optional.of(new MailSettings(
                host,
                number(sources, Setting.MAIL_PORT, 65535),
                flag(sources),
                sources.text(Setting.MAIL_USER),
                passwordFile(sources),
                from,
                admins(sources),
                number(sources, Setting.MAIL_PER_MINUTE, 1000)));
    }

    private static int number(SettingSources sources, Setting setting, int most) {
        var text = sources.text(setting);
        var number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) throw sources.problem(setting);
        return number;
    }

    private static boolean flag(SettingSources sources) {
        return switch (sources.text(Setting.MAIL_STARTTLS)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw sources.problem(Setting.MAIL_STARTTLS);
        };
    }

    private static Optional<Path> passwordFile(SettingSources sources) {
        var text = sources.text(Setting.MAIL_PASSWORD_FILE);
        if (text.isEmpty()) {
            if (!sources.text(Setting.MAIL_USER).isEmpty()) throw sources.problem(Setting.MAIL_PASSWORD_FILE);
            return Optional.empty();
        }
        var file = Path.of(text);
        if (!Files.isReadable(file)) throw sources.problem(Setting.MAIL_PASSWORD_FILE);
        return Optional.of(file);
    }

    private static List<String> admins(SettingSources sources) {
        var all = Arrays.stream(sources.text(Setting.MAIL_ADMINS).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (!all.stream().allMatch(text -> ADDRESS.matcher(text).matches())) throw sources.problem(Setting.MAIL_ADMINS);
        return all;
    }
}
