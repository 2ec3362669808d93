package org.carrel.search;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;
import org.carrel.platform.Door;
import org.carrel.search.SearchCase.Expectation.AllOf;
import org.carrel.search.rules.CaseAnswer;
import org.carrel.search.rules.CaseJudge;
import org.carrel.search.rules.CaseText;
import org.jspecify.annotations.Nullable;

/** Tries questions whose answers are known, and says how the search did. */
@Door
public class SearchCases {
    private static final int PAGE = 50;
    private static final int SHOWN = 3;

    private final CatalogSearch search;
    private final Catalog catalog;

    @Inject
    public SearchCases(CatalogSearch search, Catalog catalog) {
        this.search = search;
        this.catalog = catalog;
    }

    /** The cases of a list: query, tab, expectation, tab, reason in each line. */
    public static List<SearchCase> read(List<String> lines) {
        return CaseText.cases(lines);
    }

    /** Asks all of them now. */
    public SearchScore run(Collection<SearchCase> cases) {
        return run(cases, search.tuning());
    }

    private SearchScore run(Collection<SearchCase> cases, Tuning tuning) {
        var about = about(cases);
        return new SearchScore(
                cases.stream().map(each -> result(each, about, tuning)).toList());
    }

    /** How the cases would come out with one more synonym or other weights; nothing is saved. */
    public SearchScore tryOut(
            Collection<SearchCase> cases, SearchWords words, List<Synonym> more, Map<String, Integer> percents) {
        return run(cases, words.with(more, percents));
    }

    private SearchScore.Result result(SearchCase asked, Map<String, Set<Long>> about, Tuning tuning) {
        var answer = answer(asked.query(), tuning);
        var judge = new CaseJudge(answer, query -> answer(query, tuning), words -> about.getOrDefault(words, Set.of()));
        var right = asked.expected().stream().allMatch(judge::isRight);
        var titles =
                answer.hits().stream().limit(SHOWN).map(CaseAnswer.Hit::title).toList();
        return new SearchScore.Result(asked, right, judge.rank(asked.expected().getFirst()), titles);
    }

    private CaseAnswer answer(String query, Tuning tuning) {
        var page = search.find(new SearchRequest(query, 1, PAGE, List.of(), List.of()), tuning);
        var records = new HashMap<Long, CatalogRecord>();
        catalog.records(page.hits().stream().map(SearchHit::id).toList())
                .forEach(record -> records.put(record.id(), record));
        var hits = new ArrayList<CaseAnswer.Hit>();
        for (var hit : page.hits()) hits.add(hit(hit, records.get(hit.id())));
        return new CaseAnswer(page.searched(), page.as(), page.total(), hits);
    }

    private static CaseAnswer.Hit hit(SearchHit hit, @Nullable CatalogRecord record) {
        var editions = hit.editions().stream().map(SearchHit::id).toList();
        if (record == null) return new CaseAnswer.Hit(hit.id(), hit.title(), "", hit.languages(), List.of(), editions);
        return new CaseAnswer.Hit(
                hit.id(),
                hit.title(),
                mentions(record.record()),
                hit.languages(),
                record.record().series(),
                editions);
    }

    /** The title without its article comes first. */
    private static String mentions(BibRecord record) {
        var titles = record.titles();
        return Stream.of(
                        List.of(titles.sort(), titles.main()),
                        titles.others(),
                        record.names().all(),
                        record.series().stream().map(BibRecord.Series::title).toList(),
                        record.topics().subjects(),
                        record.topics().genres(),
                        record.notes().awards())
                .flatMap(List::stream)
                .reduce("", (all, text) -> all + " | " + text);
    }

    /** One pass through the catalog for all cases that speak of everything by or about something. */
    private Map<String, Set<Long>> about(Collection<SearchCase> cases) {
        var about = new HashMap<String, Set<Long>>();
        cases.stream()
                .flatMap(each -> each.expected().stream())
                .filter(AllOf.class::isInstance)
                .map(AllOf.class::cast)
                .forEach(all -> about.put(all.about(), new HashSet<>()));
        if (about.isEmpty()) return about;
        catalog.forEach(record -> about.forEach((words, ids) -> {
            if (CaseJudge.isAbout(mentions(record.record()), words)) ids.add(record.id());
        }));
        return about;
    }
}
