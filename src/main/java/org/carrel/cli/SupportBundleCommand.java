package org.carrel.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.carrel.platform.Setting;
import org.carrel.platform.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carrel support-bundle}. */
@Command(
        name = "support-bundle",
        description = {
            "Write a zip file for whoever helps: versions, settings without secrets, health, counts and the last lines of",
            "the logs. No names, numbers or words of people are in it; look into it before you send it."
        })
final class SupportBundleCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            var file = new SupportBundle(context, Clock.systemUTC()).write();
            out.println("Written: " + file);
            out.println("It is removed again after "
                    + context.settings().retention().days(Setting.KEEP_REPORTS) + " days.");
            out.flush();
            return ExitCode.OK;
        }
    }
}
