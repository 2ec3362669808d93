package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.carrel.boot.BootProblem;
import org.carrel.boot.DiskProblem;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.SettingProblem;
import org.carrel.platform.StartProblem;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one sentence and an exit code; the details go to {@code logs/carrel.log}. */
final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    private Failures() {}

    static int handle(Exception problem, CommandLine line, ParseResult given) {
        LOG.log(Level.SEVERE, problem, () -> "The command " + line.getCommandName() + " failed");
        line.getErr().println("carrel: " + sentence(problem));
        line.getErr().flush();
        return exitCode(problem);
    }

    static int exitCode(Throwable problem) {
        if (problem instanceof BootProblem boot) return boot.exitCode();
        return problem instanceof SettingProblem ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    static String sentence(Throwable problem) {
        return switch (problem) {
            case SettingProblem setting -> setting.sentence();
            case StartProblem start -> start.sentence();
            case BootProblem boot -> boot.sentence();
            case DatabaseProblem database -> "The database could not do it: " + database.getMessage();
            case UncheckedIOException io -> DiskProblem.sentence(io);
            case IOException io -> DiskProblem.sentence(io);
            default -> "Something unexpected went wrong (" + problem + "). The details are in logs/carrel.log.";
        };
    }
}
