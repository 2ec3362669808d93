package org.carrel.search.rules;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.carrel.search.SearchCase.Expectation;
import org.carrel.search.SearchCase.Expectation.AllOf;
import org.carrel.search.SearchCase.Expectation.Answered;
import org.carrel.search.SearchCase.Expectation.Below;
import org.carrel.search.SearchCase.Expectation.First;
import org.carrel.search.SearchCase.Expectation.InLanguage;
import org.carrel.search.SearchCase.Expectation.InSeriesOrder;
import org.carrel.search.SearchCase.Expectation.NotUnderstood;
import org.carrel.search.SearchCase.Expectation.Nothing;
import org.carrel.search.SearchCase.Expectation.OnTop;
import org.carrel.search.SearchCase.Expectation.SameAs;
import org.carrel.search.SearchCase.Expectation.Says;
import org.carrel.search.SearchCase.Expectation.Shows;
import org.carrel.search.SearchCase.Expectation.UnderstoodAs;
import org.carrel.search.rules.CaseAnswer.Hit;

/** Compares an answer with what was expected. */
public final class CaseJudge {
    private static final int LOOKED_AT = 3;
    private static final int FEWEST_OF_SERIES = 2;

    private final CaseAnswer answer;
    private final Function<String, CaseAnswer> ask;
    private final Function<String, Set<Long>> about;

    /**
     * @param ask answers another question
     * @param about ids of all records with these words in names, titles, series or headings
     */
    public CaseJudge(CaseAnswer answer, Function<String, CaseAnswer> ask, Function<String, Set<Long>> about) {
        this.answer = answer;
        this.ask = ask;
        this.about = about;
    }

    /** Whether the words stand in the text, as whole words. */
    public static boolean isAbout(String text, String words) {
        return (" " + CaseAnswer.plain(text) + " ").contains(" " + CaseAnswer.plain(words) + " ");
    }

    public boolean isRight(Expectation expected) {
        return switch (expected) {
            case First first -> firstAre(first.titles());
            case OnTop top -> onTop(top.titles());
            case Below below ->
                hits(1).stream().noneMatch(hit -> below.titles().stream().anyMatch(hit::begins));
            case SameAs same -> isSame(ask.apply(same.query()), same.first());
            case AllOf all -> allAbove(about.apply(all.about()));
            case InSeriesOrder series -> inOrder(Math.max(FEWEST_OF_SERIES, series.count()));
            case Shows shows ->
                !answer.hits().isEmpty() && hits(LOOKED_AT).stream().allMatch(hit -> shows(hit, shows));
            case UnderstoodAs understood -> answer.as() == understood.as() && answer.total() > 0;
            case InLanguage language -> inLanguage(language);
            case Says says -> CaseAnswer.plain(answer.searched()).equals(CaseAnswer.plain(says.searched()));
            case Nothing nothing -> answer.total() == 0;
            case Answered answered -> true;
            case NotUnderstood text -> false;
        };
    }

    /** From 1, where what is expected stands first; 0 when it is not on the page, -1 when it has no rank. */
    public int rank(Expectation expected) {
        return switch (expected) {
            case First first -> rankOf(hit -> hit.begins(first.titles().getFirst()));
            case OnTop top -> rankOf(hit -> top.titles().stream().anyMatch(hit::begins));
            case SameAs same -> rankLike(ask.apply(same.query()));
            case AllOf all -> {
                var ids = about.apply(all.about());
                yield rankOf(hit -> ids.contains(hit.id()));
            }
            case Shows shows -> rankOf(hit -> shows(hit, shows));
            case InSeriesOrder series -> isRight(series) ? 1 : 0;
            default -> -1;
        };
    }

    private int rankLike(CaseAnswer other) {
        return other.hits().isEmpty()
                ? 0
                : rankOf(hit -> hit.id() == other.hits().getFirst().id());
    }

    private int rankOf(java.util.function.Predicate<Hit> wanted) {
        for (var i = 0; i < answer.hits().size(); i++) {
            if (wanted.test(answer.hits().get(i))) return i + 1;
        }
        return 0;
    }

    /** An empty title stands for any. */
    private boolean firstAre(List<String> titles) {
        if (answer.hits().size() < titles.size()) return false;
        for (var i = 0; i < titles.size(); i++) {
            if (!answer.hits().get(i).begins(titles.get(i))) return false;
        }
        return true;
    }

    private boolean onTop(List<String> titles) {
        var top = hits(titles.size());
        return titles.stream().allMatch(title -> top.stream().anyMatch(hit -> hit.begins(title)));
    }

    private boolean isSame(CaseAnswer other, int first) {
        var mine = hits(first).stream().map(Hit::id).toList();
        return !mine.isEmpty()
                && mine.equals(other.hits().stream().limit(first).map(Hit::id).toList());
    }

    /** Of editions on one row it is enough that the row is there. */
    private boolean allAbove(Set<Long> ids) {
        var inRows = answer.hits().stream()
                .flatMap(hit -> hit.editions().stream())
                .filter(ids::contains)
                .count();
        var expected = (int) Math.min(ids.size() - inRows, answer.hits().size());
        return expected > 0 && hits(expected).stream().allMatch(hit -> ids.contains(hit.id()));
    }

    private boolean inOrder(int count) {
        var top = hits(count);
        return top.size() == count
                && top.getFirst().series().stream().anyMatch(series -> isInOrder(top, series.title()));
    }

    private static boolean isInOrder(List<Hit> hits, String title) {
        var before = Double.NEGATIVE_INFINITY;
        for (var hit : hits) {
            var number = hit.series().stream()
                    .filter(series -> series.title().equals(title) && series.number() != null)
                    .mapToDouble(series -> series.number() == null ? 0 : series.number())
                    .findFirst();
            if (number.isEmpty() || number.getAsDouble() <= before) return false;
            before = number.getAsDouble();
        }
        return true;
    }

    private static boolean shows(Hit hit, Shows shows) {
        return shows.words().stream().anyMatch(hit::mentions);
    }

    private boolean inLanguage(InLanguage expected) {
        return answer.total() >= expected.atLeast()
                && answer.hits().stream().allMatch(hit -> hit.languages().contains(expected.code()));
    }

    private List<Hit> hits(int first) {
        return answer.hits().stream().limit(first).toList();
    }
}
