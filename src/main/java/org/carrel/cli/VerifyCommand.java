package org.carrel.cli;

import java.util.concurrent.Callable;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;
import picocli.CommandLine.Command;

/** {@code carrel verify}. */
@Command(name = "verify", description = "Check every invariant of database and index, and print what is wrong.")
final class VerifyCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            throw new StartProblem("The command verify is not built yet.");
        }
    }
}
