package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.carrel.platform.StartProblem;
import org.carrel.school.FirstCalendar;
import org.carrel.school.SchoolProblem;
import org.carrel.security.AuditTrail;

/** Sites and calendars of a first start: as {@code carrel.home/school.csv} has them, or the sample school's. */
final class SchoolStart {
    private static final String FILE = "school.csv";

    private SchoolStart() {}

    static void fill(CommandContext context) {
        var first = new FirstCalendar(context.database(), new AuditTrail(context.database(), Clock.systemUTC()));
        if (first.isOver()) return;
        var text = own(context).or(() -> context.settings().sampleSchool() ? Optional.of(sample()) : Optional.empty());
        var problems = text.map(first::fill).orElse(List.of());
        if (problems.isEmpty()) return;
        throw new StartProblem("The file " + FILE + " cannot be read:\n"
                + problems.stream().map(SchoolStart::say).collect(Collectors.joining("\n")));
    }

    static String say(SchoolProblem problem) {
        var words = ResourceBundle.getBundle("org.carrel.staff", Locale.ROOT);
        var pattern = words.getString("schoolProblem." + problem.kind());
        return "  line " + problem.row() + ", " + words.getString("schoolField." + problem.field()) + ": "
                + new MessageFormat(pattern, Locale.ENGLISH).format(new Object[] {problem.detail()});
    }

    private static Optional<String> own(CommandContext context) {
        var file = context.settings().home().root().resolve(FILE);
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new StartProblem("The file " + file + " cannot be read as UTF-8: " + e.getMessage());
        }
    }

    private static String sample() {
        try (var in = SchoolStart.class.getResourceAsStream("/config/" + FILE)) {
            if (in == null) throw new IllegalStateException("The program was built without " + FILE);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
