package org.carrel.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.DeviceImports;
import org.carrel.devices.DeviceModels;
import org.carrel.devices.MdmCommit;
import org.carrel.devices.MdmRun;
import org.carrel.devices.MdmRun.Origin;
import org.carrel.devices.MdmRun.State;
import org.carrel.devices.MdmUpload;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carrel devices}: rehearses unless told to commit. */
@Command(
        name = "devices",
        description = {
            "Look through a list of devices: an export of the Google Admin console, GAM, Jamf or Intune, or a list as CSV or XLSX.",
            "Without --commit nothing is written: the report says what would happen.",
            "It brings new devices and facts; tags, conditions and who has a device are people's."
        },
        exitCodeList = {
            "0:looked through, or taken in",
            "1:refused, or it waits for a person",
            "2:wrong usage",
        })
final class DevicesCommand implements Callable<Integer> {
    @Option(names = "--site", paramLabel = "CODE", description = "To which site new devices belong (default: LMC).")
    String site = "LMC";

    @Option(names = "--commit", description = "Take it in. Without this it is rehearsed.")
    boolean commit;

    @Option(names = "--undo", paramLabel = "RUN", description = "Take back the last list of a console, by its number.")
    long undo;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The list.")
    Path file = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var hasFile = !file.toString().isEmpty();
        if (hasFile == undo > 0) {
            throw new ParameterException(spec.commandLine(), "Name either a FILE or --undo with the number of a list.");
        }
        if (hasFile && !Files.isRegularFile(file)) throw new StartProblem("There is no readable file " + file + ".");
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            var clock = Clock.system(context.settings().school().timeZone());
            var items = new UnlistedItems();
            var models = new DeviceModels(context.database(), items);
            var imports = new DeviceImports(context.database(), clock, items, models);
            var out = spec.commandLine().getOut();
            var code = hasFile ? take(imports, out) : DevicesReportText.write(imports.undo(undo, user()), undo, out);
            out.flush();
            return code;
        }
    }

    private int take(DeviceImports imports, PrintWriter out) {
        var name = String.valueOf(file.getFileName());
        var id = imports.stage(new MdmUpload(file, name, site, Origin.COMMAND), user())
                .orElseThrow(() -> new StartProblem("There is no site " + site + "."));
        var run = imports.find(id).orElseThrow();
        DevicesReportText.write(run, out);
        if (run.state() != State.PLANNED) return ExitCode.SOFTWARE;
        return commit ? commit(imports, run, out) : rehearsed(imports, run, out);
    }

    private int commit(DeviceImports imports, MdmRun run, PrintWriter out) {
        if (!(imports.commit(run.id(), user()) instanceof MdmCommit.Committed)) return ExitCode.SOFTWARE;
        out.printf("  Taken in. Take it back with: carrel devices --undo %d%n", run.id());
        return ExitCode.OK;
    }

    /** What was only looked through does not wait for anybody. */
    private static int rehearsed(DeviceImports imports, MdmRun run, PrintWriter out) {
        imports.discard(run.id());
        out.println("  Nothing was written: this was a rehearsal. Add --commit to take it in.");
        return ExitCode.OK;
    }

    private static String user() {
        return System.getProperty("user.name", "command");
    }
}
