package org.carrel.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.carrel.catalog.Catalog;
import org.carrel.platform.Settings;
import org.carrel.search.SearchMaintenance;
import org.carrel.search.SearchWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carrel reindex}. */
@Command(
        name = "reindex",
        description = {
            "Build the search index anew from the database.",
            "A running server keeps its index right by itself: delete its index directory to make it start over."
        })
final class ReindexCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess())) {
            var catalog = new Catalog(context.database(), Clock.systemUTC());
            var count = new long[1];
            var done = SearchMaintenance.rebuild(Indexes.of(context, catalog), catalog, records -> count[0] = records);
            if (done) {
                out.printf("%,d records indexed.%n", count[0]);
                tryCases(context, out);
            } else
                out.println("The server is running and has the index open. Stop it, or delete "
                        + context.settings().home().index() + ": it is built anew while searches go on.");
            out.flush();
            return done ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /** The librarian's own questions are a test of every new index. */
    private static void tryCases(CommandContext context, PrintWriter out) {
        var words = new SearchWords(context.database());
        var cases = words.cases().stream().map(SearchWords.OwnCase::asked).toList();
        if (cases.isEmpty()) return;
        try (var searched = SearchedRecords.open(context, "")) {
            RelevanceReport.print(RelevanceReport.score(context, searched, words, cases), out);
        }
    }
}
