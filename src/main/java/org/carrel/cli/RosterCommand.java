package org.carrel.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.carrel.notices.Notices;
import org.carrel.notices.SystemNotes;
import org.carrel.patrons.PatronContacts;
import org.carrel.patrons.RosterCommit;
import org.carrel.patrons.RosterRun;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.RosterSource;
import org.carrel.patrons.RosterUpload;
import org.carrel.patrons.Rosters;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.Sites;
import org.carrel.security.AuditTrail;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carrel roster}: rehearses unless told to commit. Never says yes to a roster beyond the thresholds. */
@Command(
        name = "roster",
        description = {
            "Look through a roster of people: OneRoster as a zip file, a folder or its users.csv, or a list as CSV or XLSX.",
            "Without --commit nothing of people is written: the report says what would happen, and the staff pages show it.",
            "More changes than usual wait for a person on the staff pages; the columns of a plain list are told there, too."
        },
        exitCodeList = {
            "0:looked through, or taken in",
            "1:refused, or it waits for a person",
            "2:wrong usage",
        })
final class RosterCommand implements Callable<Integer> {
    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Where the roster comes from, always the same name for the same system (default: SIS).")
    String source = RosterSource.USUAL;

    @Option(names = "--commit", description = "Take it in. Without this it is rehearsed.")
    boolean commit;

    @Option(names = "--undo", paramLabel = "RUN", description = "Take back the last roster of a source, by its number.")
    long undo;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The roster.")
    Path file = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var hasFile = !file.toString().isEmpty();
        if (hasFile == undo > 0) throw wrong("Name either a FILE or --undo with the number of a roster.");
        source = source.strip();
        if (source.isEmpty() || source.length() > RosterSource.MAX_NAME) {
            throw wrong("--source needs a name of 1 to " + RosterSource.MAX_NAME + " characters.");
        }
        if (hasFile && !Files.isReadable(file)) throw new StartProblem("There is no readable file " + file + ".");
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            var rosters = rosters(context);
            var out = spec.commandLine().getOut();
            var code = hasFile ? take(rosters, out) : RosterReportText.write(rosters.undo(undo, user()), undo, out);
            out.flush();
            return code;
        }
    }

    /** Who rehearses sees it; what was to be taken in may be a nightly job of which nobody sees anything. */
    private Rosters rosters(CommandContext context) {
        var settings = context.settings();
        var database = context.database();
        var clock = Clock.system(settings.school().timeZone());
        if (!commit) return new Rosters(database, clock);
        var audit = new AuditTrail(database, clock);
        var notices =
                new Notices(clock, new PatronContacts(), new SchoolCalendar(database, clock, audit), settings.mail());
        var notes = new SystemNotes(database, clock, new Sites(database, clock, audit), notices);
        return new Rosters(database, clock, notes::told);
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private int take(Rosters rosters, PrintWriter out) {
        var name = String.valueOf(file.getFileName());
        var id = rosters.stage(new RosterUpload(file, name, source, Origin.COMMAND, false), user());
        var run = rosters.find(id).orElseThrow();
        RosterReportText.write(run, out);
        if (run.state() != State.PLANNED) return ExitCode.SOFTWARE;
        return commit ? commit(rosters, run, out) : rehearsed(rosters, run, out);
    }

    private int commit(Rosters rosters, RosterRun run, PrintWriter out) {
        if (rosters.commit(run.id(), false, user()) instanceof RosterCommit.Committed) {
            out.printf("  Taken in. Take it back with: carrel roster --undo %d%n", run.id());
            return ExitCode.OK;
        }
        out.printf("  Nothing was written: it waits for a person at /desk/roster/%d.%n", run.id());
        return ExitCode.SOFTWARE;
    }

    /** What was only looked through does not wait for anybody. */
    private static int rehearsed(Rosters rosters, RosterRun run, PrintWriter out) {
        rosters.discard(run.id());
        out.println("  Nothing was written: this was a rehearsal. Add --commit to take it in.");
        return ExitCode.OK;
    }

    private static String user() {
        return System.getProperty("user.name", "command");
    }
}
