package org.carrel.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.Items;
import org.carrel.search.CatalogSearch;
import org.carrel.search.SearchCase;
import org.carrel.search.SearchCases;
import org.carrel.search.SearchScore;
import org.carrel.search.SearchWords;

/** Asks questions whose answers are known, and prints how the search did. */
final class RelevanceReport {
    private RelevanceReport() {}

    static SearchScore score(
            CommandContext context, SearchedRecords searched, SearchWords words, List<SearchCase> cases) {
        var search = new CatalogSearch(searched.index(), new Items(context.database()), words);
        var catalog = new Catalog(context.database(), Clock.systemUTC());
        return new SearchCases(search, catalog).run(cases);
    }

    static void print(SearchScore score, PrintWriter out) {
        if (score.results().isEmpty()) {
            out.println("There are no search cases yet. Keep some on the staff page “Search”, or give a file.");
            return;
        }
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
