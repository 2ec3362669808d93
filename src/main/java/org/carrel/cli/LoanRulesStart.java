package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.carrel.circulation.FirstLoanRules;
import org.carrel.circulation.RuleProblem;
import org.carrel.platform.StartProblem;
import org.carrel.security.AuditTrail;

/** Loan rules of a first start: as {@code carrel.home/loan-rules.csv} has them, or those that most schools can live with. */
final class LoanRulesStart {
    private static final String FILE = "loan-rules.csv";

    private LoanRulesStart() {}

    static void fill(CommandContext context) {
        var clock = Clock.systemUTC();
        var first = new FirstLoanRules(context.database(), clock, new AuditTrail(context.database(), clock));
        if (first.isOver()) return;
        var problems = first.fill(own(context).orElseGet(LoanRulesStart::usual));
        if (problems.isEmpty()) return;
        throw new StartProblem("The file " + FILE + " cannot be read:\n"
                + problems.stream().map(LoanRulesStart::say).collect(Collectors.joining("\n")));
    }

    static String say(RuleProblem problem) {
        var words = ResourceBundle.getBundle("org.carrel.staff", Locale.ROOT);
        var pattern = words.getString("ruleProblem." + problem.kind());
        var line =
                problem.row() == 0 ? "" : words.getString("rulePlace." + problem.place()) + " " + problem.row() + ": ";
        var field = problem.field()
                .map(known -> words.getString("ruleField." + known) + ": ")
                .orElse("");
        return "  " + line + field + new MessageFormat(pattern, Locale.ENGLISH).format(new Object[] {problem.detail()});
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

    private static String usual() {
        try (var in = LoanRulesStart.class.getResourceAsStream("/config/" + FILE)) {
            if (in == null) throw new IllegalStateException("The program was built without " + FILE);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
