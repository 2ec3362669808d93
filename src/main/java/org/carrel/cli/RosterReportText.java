package org.carrel.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterRun;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.RosterSummary.Changes;
import org.carrel.patrons.RosterUndone;
import picocli.CommandLine.ExitCode;

/** What a roster would do or has done, as a person reads it in a terminal. */
final class RosterReportText {
    private RosterReportText() {}

    static void write(RosterRun run, PrintWriter out) {
        var summary = run.summary();
        out.printf("%s, roster %d of %s%n", run.file(), run.id(), run.source());
        summary.findings()
                .forEach(finding -> out.printf(
                        "  %s%s%s%n",
                        finding.kind().stops() ? "Refused: " : "",
                        word(finding.kind()),
                        (" " + finding.member() + " " + finding.detail()).stripTrailing()));
        if (run.state() == State.MAPPING) {
            out.printf("  It is a plain list: say at /desk/roster/%d which of its columns is which.%n", run.id());
            return;
        }
        if (run.state() == State.REFUSED) return;
        out.printf("  %,d rows of people, %,d of them contacts%n", summary.users(), summary.contacts());
        for (var outcome : RosterOutcome.values()) {
            if (summary.count(outcome) > 0) out.printf("  %,8d %s%n", summary.count(outcome), word(outcome));
        }
        changes("terms", summary.terms(), out);
        changes("classes", summary.classes(), out);
        changes("places in classes", summary.enrolments(), out);
        summary.beyond()
                .forEach(limit -> out.printf(
                        "  Too much at once: %s, %,d of %,d (more than %d %%)%n",
                        word(limit.kind()), limit.part(), limit.of(), limit.limit()));
    }

    private static void changes(String name, Changes changes, PrintWriter out) {
        if (changes.all() > 0)
            out.printf(
                    "  %s: %,d new, %,d changed, %,d gone%n",
                    name, changes.added(), changes.changed(), changes.removed());
    }

    /** The exit code. */
    static int write(RosterUndone undone, long run, PrintWriter out) {
        return switch (undone) {
            case RosterUndone.Undone done -> {
                out.printf("Roster %d is taken back; %,d people were edited since and stay.%n", run, done.kept());
                yield ExitCode.OK;
            }
            case RosterUndone.NotLast last -> {
                out.printf("Roster %d came later from the same source. Take that one back first.%n", last.later());
                yield ExitCode.SOFTWARE;
            }
            case RosterUndone.NotCommitted no -> {
                out.printf("There is no roster %d that was taken in.%n", run);
                yield ExitCode.SOFTWARE;
            }
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
