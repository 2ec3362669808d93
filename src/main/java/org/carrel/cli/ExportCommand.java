package org.carrel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.carrel.catalog.ExportCertificate;
import org.carrel.catalog.ExportReport;
import org.carrel.catalog.ExportRequest;
import org.carrel.catalog.ExportRequest.Copies;
import org.carrel.catalog.ExportRequest.Format;
import org.carrel.catalog.ExportRequest.Which;
import org.carrel.catalog.MarcExports;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carrel export}. */
@Command(
        name = "export",
        description = "Write the catalog, or what a search finds, to a file, field for field as it was imported.",
        exitCodeList = {"0:written", "1:not written, or the certificate has errors", "2:wrong usage"})
final class ExportCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "iso2709, marc8 (iso2709 in MARC-8), marcxml, json (one record a line) or csv (one row a copy)."
                            + " Without it, by the file’s name: .xml, .json, .csv, else iso2709.")
    @Nullable String format;

    @Option(
            names = "--copies",
            paramLabel = "FIELD",
            description = "852 or 952: the copies as they are now, in this field. Without it no field is touched.")
    @Nullable String copies;

    @Option(names = "--query", paramLabel = "WORDS", description = "Only what a search for these words finds.")
    @Nullable String query;

    @Option(
            names = "--certificate",
            description = "Read the file back, compare it with what was imported, and list every change.")
    boolean certificate;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    boolean json;

    @Parameters(paramLabel = "FILE", description = "The file to write; one that is there is replaced.")
    Path file = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var form = format();
        var how = copies();
        if (certificate && form == Format.CSV)
            throw wrong("A CSV file holds no MARC records, so it has no certificate.");
        var directory = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) throw new StartProblem(file + " is a directory. Name a file in it.");
        if (directory == null || !Files.isDirectory(directory)) {
            throw new StartProblem("There is no directory " + directory + " to write into.");
        }
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            return export(context, form, how);
        }
    }

    private int export(CommandContext context, Format form, Copies how) throws IOException {
        var exports = new MarcExports(context.database(), Clock.systemUTC());
        try (var found = query == null ? null : SearchedRecords.open(context, query);
                var out = ExportOutput.to(spec.commandLine().getOut(), json, file)) {
            var which = found == null ? new Which.All() : new Which.Listed(found.ids());
            var request = new ExportRequest(file, form, how, which);
            var report = certificate ? exports.runCertified(request, out::changes) : exports.run(request);
            out.report(report);
            return sound(report) ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private static boolean sound(ExportReport report) {
        return report.certificate().map(ExportCertificate::sound).orElse(true);
    }

    private Format format() {
        var text = (format != null ? format : file.toString()).toLowerCase(Locale.ROOT);
        if (format == null) {
            if (text.endsWith(".xml")) return Format.MARCXML;
            if (text.endsWith(".json")) return Format.JSON;
            return text.endsWith(".csv") ? Format.CSV : Format.ISO2709;
        }
        return switch (text) {
            case "iso2709", "marc" -> Format.ISO2709;
            case "marc8", "marc-8" -> Format.ISO2709_MARC8;
            case "marcxml", "xml" -> Format.MARCXML;
            case "json" -> Format.JSON;
            case "csv" -> Format.CSV;
            default -> throw wrong("--format is iso2709, marc8, marcxml, json or csv, not " + format + ".");
        };
    }

    private Copies copies() {
        if (copies == null) return Copies.AS_IMPORTED;
        return switch (copies) {
            case "852" -> Copies.IN_852;
            case "952" -> Copies.IN_952;
            default -> throw wrong("--copies is 852 or 952, not " + copies + ".");
        };
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
