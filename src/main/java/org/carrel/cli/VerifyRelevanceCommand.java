package org.carrel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.Items;
import org.carrel.platform.Settings;
import org.carrel.search.CatalogSearch;
import org.carrel.search.SearchCase;
import org.carrel.search.SearchCases;
import org.carrel.search.SearchScore;
import org.carrel.search.SearchWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carrel verify-relevance}. */
@Command(
        name = "verify-relevance",
        description = {
            "Ask the search questions whose answers are known, and print how it did.",
            "The questions are those that the librarian keeps under “Search”, or a file of lines",
            "QUERY<tab>EXPECTED<tab>REASON, with EXPECTED such as “1: Holes”, “same as sharks”, “all Riordan”,",
            "“3 titles in series order”, “zero results”. Needs the server stopped."
        },
        exitCodeList = {"0:all is as expected", "1:something is not, as printed"})
final class VerifyRelevanceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Lines of questions, in UTF-8.")
    @Nullable Path file;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var context = CommandContext.open(Settings.sourcesOfThisProcess());
                var searched = SearchedRecords.open(context, "")) {
            var words = new SearchWords(context.database());
            var search = new CatalogSearch(searched.index(), new Items(context.database()), words);
            var catalog = new Catalog(context.database(), Clock.systemUTC());
            var score = new SearchCases(search, catalog).run(cases(words));
            print(score, out);
            out.flush();
            return score.missed().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private List<SearchCase> cases(SearchWords words) {
        if (file == null)
            return words.cases().stream().map(SearchWords.OwnCase::asked).toList();
        try {
            return SearchCases.read(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(SearchScore score, PrintWriter out) {
        out.printf("Cases             %d%n", score.results().size());
        out.printf("As expected       %d%n", score.right());
        out.printf(
                "First hit right   %d of %d%n",
                score.firstRight(), score.withFirst().size());
        out.printf("Mean reciprocal   %.3f%n", score.meanReciprocalRank());
        for (var miss : score.missed()) {
            var rank = miss.rank() > 0 ? "stands " + miss.rank() + "." : "is not on the first page";
            out.printf(
                    "Missed: “%s” (%s): what was expected %s First came: %s%n",
                    miss.asked().query(),
                    miss.asked().reason(),
                    miss.rank() < 0 ? "is not so." : rank,
                    miss.titles().isEmpty() ? "nothing" : String.join("; ", miss.titles()));
        }
    }
}
