package org.carrel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.carrel.catalog.ExportReport;
import org.carrel.catalog.ExportRequest;
import org.carrel.catalog.ExportRequest.Format;
import org.carrel.catalog.MarcExports;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carrel export}. */
@Command(name = "export", description = "Write the whole catalog to a MARC file, field for field as it was imported.")
final class ExportCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "iso2709, marc8 (the same for older systems), marcxml or json (one record a line). Without it, by the file’s name: .xml, .json, else"
                            + " iso2709.")
    @Nullable String format;

    @Parameters(paramLabel = "FILE", description = "The file to write; one that is there is replaced.")
    Path file = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var request = new ExportRequest(file, format());
        var directory = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) throw new StartProblem(file + " is a directory. Name a file in it.");
        if (directory == null || !Files.isDirectory(directory)) {
            throw new StartProblem("There is no directory " + directory + " to write into.");
        }
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            report(new MarcExports(context.database()).run(request));
        }
        return ExitCode.OK;
    }

    private Format format() {
        var name = format != null ? format : file.toString();
        var text = name.toLowerCase(Locale.ROOT);
        if (format == null)
            return text.endsWith(".xml") ? Format.MARCXML : text.endsWith(".json") ? Format.JSON : Format.ISO2709;
        return switch (text) {
            case "iso2709", "marc" -> Format.ISO2709;
            case "marc8" -> Format.ISO2709_MARC8;
            case "marcxml", "xml" -> Format.MARCXML;
            case "json" -> Format.JSON;
            default -> throw new StartProblem("--format is iso2709, marc8, marcxml or json, not " + format + ".");
        };
    }

    private void report(ExportReport report) {
        var out = spec.commandLine().getOut();
        out.printf("%,d records written to %s%n", report.records(), file);
        report.asideFile()
                .ifPresent(aside -> out.printf(
                        "%,d records are too large for ISO 2709 and were written to %s:%n",
                        report.aside().size(), aside));
        report.aside().forEach(one -> out.printf("  record %d, %s: %s%n", one.bibId(), one.title(), one.why()));
        out.flush();
    }
}
