package org.carrel.cli;

import java.util.concurrent.Callable;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;
import picocli.CommandLine.Command;

/** {@code carrel import}. */
@Command(name = "import", description = "Read MARC files into the catalog.")
final class ImportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            throw new StartProblem("The command import is not built yet.");
        }
    }
}
