package org.carrel.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.carrel.platform.Settings;
import org.carrel.security.FirstStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carrel setup-code}: for when no administrator can sign in. Whoever can run it has the data in hand anyway. */
@Command(
        name = "setup-code",
        description = "Print a code with which an administrator can be made at /setup, within one hour.")
final class SetupCodeCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            var code = new FirstStart(context.database(), Clock.systemUTC()).newCode();
            out.println("Setup code: " + code);
            out.println("Type it at " + context.settings().http().baseUrl() + "/setup within one hour.");
            out.flush();
            return ExitCode.OK;
        }
    }
}
