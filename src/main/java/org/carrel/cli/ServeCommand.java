package org.carrel.cli;

import java.util.concurrent.Callable;
import org.carrel.platform.Setting;
import org.carrel.platform.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code carrel serve}: database and web application, until Ctrl-C. */
@Command(name = "serve", description = "Start the media center: database and web application, until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "The port to answer on (carrel.http.port, default 8080).")
    @Nullable String port;

    @Option(
            names = "--stop-with-parent",
            hidden = true,
            description = "End when the process that started this one ends.")
    boolean stopWithParent;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var sources = Settings.sourcesOfThisProcess();
        if (port != null) sources.option(Setting.HTTP_PORT, port);
        var settings = Settings.of(sources);
        CommandLog.to(settings.home().logs());
        try (var ending = new Ending()) {
            if (stopWithParent) ending.withParent();
            ending.withLauncher();
            return run(settings, ending);
        }
    }

    private int run(Settings settings, Ending ending) throws InterruptedException {
        try {
            return new MediaCenter(settings, ending, spec.commandLine().getOut()).run();
        } catch (RuntimeException e) {
            if (ending.begun()) return Ending.awaitHalt();
            throw e;
        }
    }
}
