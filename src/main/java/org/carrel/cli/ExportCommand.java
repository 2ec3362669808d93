package org.carrel.cli;

import java.util.concurrent.Callable;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;
import picocli.CommandLine.Command;

/** {@code carrel export}. */
@Command(name = "export", description = "Write the catalog as MARC.")
final class ExportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            throw new StartProblem("The command export is not built yet.");
        }
    }
}
