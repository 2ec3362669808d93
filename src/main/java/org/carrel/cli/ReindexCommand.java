package org.carrel.cli;

import java.util.concurrent.Callable;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;
import picocli.CommandLine.Command;

/** {@code carrel reindex}. */
@Command(name = "reindex", description = "Build the search index anew from the database.")
final class ReindexCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            throw new StartProblem("The command reindex is not built yet.");
        }
    }
}
