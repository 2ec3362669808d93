package org.carrel.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogCheck;
import org.carrel.circulation.CirculationCheck;
import org.carrel.devices.DeviceCheck;
import org.carrel.platform.Settings;
import org.carrel.scheduling.SchedulingCheck;
import org.carrel.school.SchoolCalendar;
import org.carrel.search.SearchMaintenance;
import org.carrel.security.AuditTrail;
import org.carrel.security.PersonKeys;
import org.carrel.sessions.SessionsCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carrel verify}. */
@Command(
        name = "verify",
        description = "Check every promise of database and search index, and print what is wrong.",
        exitCodeList = {"0:all is well", "1:something is wrong, as printed"})
final class VerifyCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            var catalog = new Catalog(context.database(), Clock.systemUTC());
            var wrong = new int[1];
            Consumer<String> problems = problem -> {
                wrong[0]++;
                out.println(problem);
            };
            new CatalogCheck(context.database(), Clock.systemUTC()).run(problems);
            new CirculationCheck(context.database(), Clock.systemUTC()).run(problems);
            new DeviceCheck(context.database()).run(problems);
            var audit = new AuditTrail(context.database(), Clock.systemUTC(), new PersonKeys(context.settings()));
            new SchedulingCheck(context.database(), new SchoolCalendar(context.database(), Clock.systemUTC(), audit))
                    .run(problems);
            new SessionsCheck(context.database(), Clock.systemUTC()).run(problems);
            audit.check(problems);
            SearchMaintenance.check(Indexes.of(context, catalog), catalog).forEach(problems);
            out.println(wrong[0] == 0 ? "All is well: " + catalog.size() + " records." : wrong[0] + " problems.");
            out.flush();
            return wrong[0] == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
