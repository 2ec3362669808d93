package org.carrel.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.carrel.devices.DiscrepancyKind;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRun;
import org.carrel.devices.MdmRun.State;
import org.carrel.devices.MdmUndone;
import picocli.CommandLine.ExitCode;

/** What a list of devices would do or has done, as a person reads it in a terminal. */
final class DevicesReportText {
    private DevicesReportText() {}

    static void write(MdmRun run, PrintWriter out) {
        var summary = run.summary();
        out.printf("%s, list %d, %s%n", run.file(), run.id(), word(run.form()));
        summary.findings()
                .forEach(finding -> out.printf(
                        "  %s%s%n",
                        finding.kind().stops() ? "Refused: " : "",
                        (word(finding.kind()) + " " + finding.detail()).stripTrailing()));
        if (run.state() == State.MAPPING) {
            out.printf("  Say at /desk/device-import/%d which of its columns is which.%n", run.id());
            return;
        }
        if (run.state() == State.REFUSED) return;
        out.printf("  %,d rows%n", summary.rows());
        for (var outcome : MdmOutcome.values()) {
            if (summary.count(outcome) > 0) out.printf("  %,8d %s%n", summary.count(outcome), word(outcome));
        }
        for (var kind : DiscrepancyKind.values()) {
            if (summary.count(kind) > 0) out.printf("  To look at: %,d %s%n", summary.count(kind), word(kind));
        }
    }

    /** The exit code. */
    static int write(MdmUndone undone, long run, PrintWriter out) {
        return switch (undone) {
            case MdmUndone.Undone done -> {
                out.printf(
                        "List %d is taken back; %,d devices were edited or lent since and stay.%n", run, done.kept());
                yield ExitCode.OK;
            }
            case MdmUndone.NotLast last -> {
                out.printf("List %d came later from the same console. Take that one back first.%n", last.later());
                yield ExitCode.SOFTWARE;
            }
            case MdmUndone.NotCommitted no -> {
                out.printf("There is no list %d that was taken in.%n", run);
                yield ExitCode.SOFTWARE;
            }
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
