package org.carrel.cli;

import java.nio.file.Path;
import java.util.logging.LogManager;
import org.carrel.platform.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code carrel}. */
@Command(
        name = "carrel",
        description =
                "A school library media center: import MARC, find books, lend books and devices, book class sessions.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:not done, for the reason printed",
            "2:wrong usage or a wrong setting",
            "3:no Java 21 or later"
        },
        footer = {
            "",
            "Settings: carrel.properties in carrel.home, CARREL_… environment variables, or -Dcarrel.… before -jar.",
        },
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            UndoCommand.class,
            RosterCommand.class,
            DevicesCommand.class,
            ExportCommand.class,
            ReindexCommand.class,
            VerifyCommand.class,
            AuditVerifyCommand.class,
            VerifyRelevanceCommand.class,
            SetupCodeCommand.class,
            SupportBundleCommand.class,
        })
public final class Carrel {
    private Carrel() {}

    /** Known to the settings before a command reads them. */
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where data, index and logs lie (default: carrel-home beside carrel.jar, or CARREL_HOME).")
    void home(Path directory) {
        System.setProperty(Setting.HOME.key(), directory.toAbsolutePath().toString());
    }

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // the screen is for people: records go to the log that a command opens
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Carrel());
        line.setExecutionExceptionHandler(Failures::handle);
        line.setParameterExceptionHandler((problem, given) -> {
            var errors = problem.getCommandLine().getErr();
            errors.println("carrel: " + problem.getMessage());
            errors.println("Try: java -jar carrel.jar " + name(problem.getCommandLine()) + "--help");
            return CommandLine.ExitCode.USAGE;
        });
        return line;
    }

    private static String name(CommandLine line) {
        return line.getParent() == null ? "" : line.getCommandName() + " ";
    }
}
