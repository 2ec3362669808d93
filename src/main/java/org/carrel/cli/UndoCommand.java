package org.carrel.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.UndoReport;
import org.carrel.catalog.UndoReport.Kept;
import org.carrel.catalog.UndoReport.Outcome;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carrel undo}: takes an import back. */
@Command(
        name = "undo",
        description = {
            "Take back what an import did: restore the titles it overlaid, remove the titles and copies it added.",
            "What was edited, imported over or lent since is left as it is, and listed."
        })
final class UndoCommand implements Callable<Integer> {
    private static final int KEPT_SHOWN = 200;

    @Parameters(paramLabel = "IMPORT", description = "The number that the import's report began with.")
    long number;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            var report = new MarcImports(context.database(), Clock.systemUTC())
                    .undo(number)
                    .orElseThrow(() -> new StartProblem("There is no import " + number + "."));
            write(report, out);
            out.flush();
            return ExitCode.OK;
        }
    }

    private static void write(UndoReport report, PrintWriter out) {
        out.printf("Import %d (%s) is undone.%n", report.number(), report.file());
        out.printf(
                "  Titles: %,d removed, %,d as they were before, %,d left as they are%n",
                count(report.records().get(Outcome.REMOVED)),
                count(report.records().get(Outcome.RESTORED)),
                report.kept().stream().filter(kept -> !kept.isCopy()).count());
        out.printf(
                "  Copies: %,d removed, %,d as they were before, %,d left as they are%n",
                count(report.copies().get(Outcome.REMOVED)),
                count(report.copies().get(Outcome.RESTORED)),
                report.kept().stream().filter(Kept::isCopy).count());
        report.kept().stream().limit(KEPT_SHOWN).forEach(kept -> out.println("    " + text(kept)));
        if (report.kept().size() > KEPT_SHOWN) out.printf("    … and more%n");
    }

    private static int count(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static String text(Kept kept) {
        var what = kept.isCopy() ? "copy " + (kept.barcode().isEmpty() ? "without barcode" : kept.barcode()) : "title";
        var why =
                switch (kept.why()) {
                    case KEPT_EDITED -> "a person changed it since";
                    case KEPT_LATER_IMPORT -> "a later import changed it";
                    case KEPT_CIRCULATED -> "it was lent since";
                    case KEPT_HAS_COPIES -> "it has copies that are kept";
                    case REMOVED, RESTORED -> "";
                };
        return "“" + kept.title() + "”, " + what + ", record " + kept.bibId() + ": left as it is, because " + why + ".";
    }
}
