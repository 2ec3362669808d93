package org.carrel.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.carrel.platform.Settings;
import org.carrel.security.AuditTrail;
import org.carrel.security.PersonKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carrel audit-verify}. */
@Command(
        name = "audit-verify",
        description = "Walk the audit trail from its first event to its last, and name the first one that was changed.",
        exitCodeList = {"0:no event was changed or taken out", "1:the trail is broken, as printed"})
final class AuditVerifyCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            var keys = new PersonKeys(context.settings());
            var checked = new AuditTrail(context.database(), Clock.systemUTC(), keys).check();
            checked.problems().forEach(out::println);
            var good = checked.problems().isEmpty();
            if (good) out.printf("All is well: events %,d to %,d.%n", checked.first(), checked.last());
            out.flush();
            return good ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
