package org.carrel.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;

/** Everything that {@code serve} runs, in the order in which it starts. */
final class MediaCenter {
    private static final Duration SIGNAL_ON_ITS_WAY = Duration.ofSeconds(2);

    private final Settings settings;
    private final Ending ending;
    private final PrintWriter screen;

    MediaCenter(Settings settings, Ending ending, PrintWriter screen) {
        this.settings = settings;
        this.ending = ending;
        this.screen = screen;
    }

    /** Runs until the web application ends. Throws {@link StartProblem}; a signal ends the process from another thread. */
    int run() throws InterruptedException {
        PortCheck.requireFree(settings.http());
        var database = startDatabase();
        var server = PayaraServer.start(settings, database.access());
        ending.add(server::close);
        FirstSignIn signIn;
        try (var context = context(database)) {
            server.awaitReady();
            if (settings.sampleSchool()) SampleSchool.fill(context);
            SchoolStart.fill(context);
            LoanRulesStart.fill(context);
            signIn = FirstSignIn.prepare(context);
            if (signIn.demo().isPresent()) SampleSchedule.fill(context.database());
        }
        Welcome.print(settings, signIn, screen);
        var code = server.waitFor();
        if (ending.begunWithin(SIGNAL_ON_ITS_WAY)) return Ending.awaitHalt();
        throw new StartProblem("The web application ended by itself (exit code " + code + "): " + server.reason());
    }

    /** The server process starts meanwhile: it takes longer than the database and waits for it. */
    private EmbeddedDatabase startDatabase() {
        if (!settings.database().embedded()) return new EmbeddedDatabase.Elsewhere(settings.database());
        var database = EmbeddedDatabase.startAlone(settings.home());
        ending.add(database::stop);
        return database;
    }

    private CommandContext context(EmbeddedDatabase database) {
        if (database instanceof EmbeddedDatabase.Owned owned) owned.awaitReady();
        var keptOpen = new EmbeddedDatabase.Elsewhere(database.access());
        return new CommandContext(settings, keptOpen, CommandContext.connect(database.access()));
    }
}
