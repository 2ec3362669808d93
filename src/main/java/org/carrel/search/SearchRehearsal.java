package org.carrel.search;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.PlanWatch;
import org.carrel.catalog.SearchMove;
import org.carrel.platform.Door;
import org.carrel.search.SearchCase.Expectation.First;
import org.carrel.search.index.CatalogIndex;
import org.carrel.search.index.IndexToBe;
import org.carrel.search.index.SearchedIndex;
import org.carrel.search.rules.CaseAnswer;
import org.carrel.search.rules.CaseJudge;

/** Tries the librarian's own searches on the catalog as a planned import would leave it. */
@Door
public class SearchRehearsal implements PlanWatch {
    private static final int PAGE = 50;
    private static final int LONGEST_TITLE = 500;
    /** A librarian may name a title without it. */
    private static final Pattern ARTICLE =
            Pattern.compile("^(the|an?|el|la|los|las|una?)\\s+", Pattern.CASE_INSENSITIVE);

    private final CatalogSearch search;
    private final SearchLifecycle lifecycle;
    private final Supplier<List<SearchCase>> cases;

    @Inject
    public SearchRehearsal(CatalogSearch search, SearchLifecycle lifecycle, SearchWords words) {
        this(search, lifecycle, () -> words.cases().stream()
                .map(SearchWords.OwnCase::asked)
                .toList());
    }

    SearchRehearsal(CatalogSearch search, SearchLifecycle lifecycle, Supplier<List<SearchCase>> cases) {
        this.search = search;
        this.lifecycle = lifecycle;
        this.cases = cases;
    }

    @Override
    public Watching begin() {
        var known = cases.get().stream()
                .filter(asked -> asked.expected().getFirst() instanceof First)
                .toList();
        return known.isEmpty() ? Watching.IDLE : new Trying(known);
    }

    private final class Trying implements Watching {
        private final List<SearchCase> known;
        private final IndexToBe toBe = new IndexToBe();
        private boolean empty = true;

        Trying(List<SearchCase> known) {
            this.known = known;
        }

        @Override
        public void title(CatalogRecord planned) {
            toBe.put(planned);
            empty = false;
        }

        @Override
        public List<SearchMove> moves() {
            var index = lifecycle.index();
            if (empty || index.isEmpty() || index.get().isLimited()) return List.of();
            return toBe.asking(index.get(), then -> moves(index.get(), then), List.of());
        }

        private List<SearchMove> moves(CatalogIndex now, SearchedIndex then) {
            var moves = new ArrayList<SearchMove>();
            for (var asked : known) {
                var was = rank(asked, answer(now, asked));
                var answer = answer(then, asked);
                var becomes = rank(asked, answer);
                if (was == becomes) continue;
                var first = answer.hits().stream()
                        .map(CaseAnswer.Hit::title)
                        .findFirst()
                        .orElse("");
                var title = ((First) asked.expected().getFirst()).titles().getFirst();
                moves.add(new SearchMove(asked.query(), title, was, becomes, QuestionKey.cut(first, LONGEST_TITLE)));
            }
            return moves;
        }

        private CaseAnswer answer(SearchedIndex index, SearchCase asked) {
            var request = new SearchRequest(asked.query(), 1, PAGE, List.of(), List.of());
            var found = Asked.of(index, request, search.tuning(), search.newSince());
            var hits = found.found().rows().stream().map(row -> hit(row.best())).toList();
            return new CaseAnswer(
                    found.meant().text(), found.meant().as(), found.found().total(), hits);
        }

        private static CaseAnswer.Hit hit(SearchHit hit) {
            var words = ARTICLE.matcher(hit.title()).replaceFirst("");
            return new CaseAnswer.Hit(hit.id(), hit.title(), words, hit.languages(), List.of(), List.of());
        }

        private static int rank(SearchCase asked, CaseAnswer answer) {
            return new CaseJudge(answer, query -> answer, about -> Set.of())
                    .rank(asked.expected().getFirst());
        }

        @Override
        public void close() {
            toBe.close();
        }
    }
}
