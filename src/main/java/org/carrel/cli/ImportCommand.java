package org.carrel.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportProfiles;
import org.carrel.catalog.ImportReport;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.MarcImports;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carrel import}: rehearses unless told to commit. */
@Command(
        name = "import",
        description = {
            "Read MARC files into the catalog and report what became of each record.",
            "Without --commit nothing is written: the report says what would happen."
        },
        exitCodeList = {"0:every file was read, bad records or not", "1:a file as a whole was refused", "2:wrong usage"
        })
final class ImportCommand implements Callable<Integer> {
    private static final int LONGEST_CODE = 64;

    @Option(
            names = "--site",
            paramLabel = "CODE",
            required = true,
            description = "The site the copies go to. A new code makes a new site.")
    String site = "";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The vendor's profile, as the staff pages have it. Without it the usual settings.")
    String profile = "";

    @Option(names = "--commit", description = "Write it. Without this the import is rehearsed.")
    boolean commit;

    @Option(
            names = "--accept-deletions",
            description = {
                "Delete titles as records of the file ask (leader position 05 is d), where it is certain which is meant.",
                "Titles that were lent or that other sites have stay. Undo brings them back."
            })
    boolean acceptDeletions;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "MARC in any form; see README.")
    List<Path> files = List.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        site = site.strip();
        if (site.isEmpty() || site.length() > LONGEST_CODE) {
            throw new ParameterException(spec.commandLine(), "--site needs a code of 1 to 64 characters.");
        }
        files.forEach(ImportCommand::requireReadable);
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            return run(
                    new MarcImports(context.database(), Clock.systemUTC()),
                    profile(new ImportProfiles(context.database())),
                    spec.commandLine().getOut());
        }
    }

    private static void requireReadable(Path file) {
        if (Files.isDirectory(file)) throw new StartProblem(file + " is a directory. Name the files in it.");
        if (!Files.exists(file)) throw new StartProblem("There is no file " + file + ".");
        if (!Files.isReadable(file)) throw new StartProblem("The file " + file + " may not be read by this user.");
    }

    private Optional<ImportProfile> profile(ImportProfiles profiles) {
        if (profile.isBlank()) return Optional.empty();
        var found = profiles.find(profile);
        if (found.isPresent()) return found;
        var names = profiles.list().stream().map(ImportProfile::name).collect(Collectors.joining(", "));
        throw new StartProblem("There is no profile " + profile.strip() + ". "
                + (names.isEmpty() ? "Make one on the staff pages, under Import." : "There are: " + names + "."));
    }

    private int run(MarcImports imports, Optional<ImportProfile> by, PrintWriter out) {
        var reports = new ArrayList<ImportReport>();
        for (var file : files) {
            var report = imports.run(new ImportRequest(file, site, commit, acceptDeletions, by), count -> {});
            reports.add(report);
            if (!json) ImportReportText.write(report, out);
            out.flush();
        }
        if (json) ImportReportJson.write(reports, out);
        out.flush();
        return reports.stream().map(ImportReport::refused).anyMatch(Optional::isPresent)
                ? ExitCode.SOFTWARE
                : ExitCode.OK;
    }
}
