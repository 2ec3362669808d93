package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;
import org.carrel.desk.web.CaseRows.Move;
import org.carrel.search.CatalogSearch;
import org.carrel.search.OrderList;
import org.carrel.search.SearchCases;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchLog;
import org.carrel.search.SearchRequest;
import org.carrel.search.SearchScore;
import org.carrel.search.SearchWords;
import org.carrel.search.SearchWords.OwnCase;

/** desk/search.xhtml: what was searched for in vain, and what can be done about it. */
@Named
@RequestScoped
public class SearchReportView {
    static final List<String> PARTS = List.of("title", "author", "series", "subject");
    private static final int FEW = 2;
    private static final int DAYS = 30;
    private static final int SHOWN = 50;
    private static final int TRIED = 10;

    @Inject
    HttpServletRequest request;

    @Inject
    SearchLog log;

    @Inject
    SearchWords searchWords;

    @Inject
    SearchCases cases;

    @Inject
    CatalogSearch search;

    @Inject
    OrderList orders;

    @Inject
    Catalog catalog;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private List<SearchLog.Weak> weak = List.of();
    private List<OwnCase> own = List.of();
    private SearchScore score = new SearchScore(List.of());
    private List<PinRow> pins = List.of();
    private List<SearchHit> hits = List.of();
    private Map<String, Integer> weights = Map.of();
    private List<Move> moves = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        weak = log.weak(FEW, DAYS, SHOWN);
        own = searchWords.cases();
        score = cases.run(own.stream().map(OwnCase::asked).toList());
        pins = pinRows();
        weights = searchWords.weights();
        if (!getTriedWords().isEmpty())
            hits = search.find(new SearchRequest(getTriedWords(), 1, TRIED, List.of(), List.of()).ofRecords())
                    .hits();
        if (isTrying()) {
            weights = new java.util.LinkedHashMap<>(weights);
            weights.putAll(SearchChangeServlet.percents(texts));
            moves = CaseRows.moves(
                    score,
                    cases.tryOut(own.stream().map(OwnCase::asked).toList(), searchWords, List.of(), weights),
                    words);
        }
    }

    /**
     * A question that found little.
     *
     * @param found in words: nothing, or how many
     * @param ordered it is on the list of what to order
     */
    public record WeakRow(
            int number, String terms, String asked, String found, String pinPath, String note, boolean ordered) {}

    public record CaseRow(long id, String query, String expected, String now, boolean right) {}

    public record PinRow(String question, long record, String title) {}

    /** One of the four weights. */
    public record Weight(String part, String name, int percent) {}

    public List<WeakRow> getWeak() {
        var rows = new ArrayList<WeakRow>();
        var ordered = orders.list(DAYS).stream().map(OrderList.Wish::question).collect(Collectors.toSet());
        for (var each : weak) {
            var question = URLEncoder.encode(each.terms(), StandardCharsets.UTF_8);
            var path = "/desk/search?question=" + question; // with a fragment, the empty field would not get the focus
            rows.add(new WeakRow(
                    rows.size() + 1,
                    each.terms(),
                    words.number(each.times()),
                    each.hits() == 0 ? words.text("search.nothingFound") : words.number(each.hits()),
                    each.hits() == 0 ? path : path + "&q=" + question + "#try",
                    each.corrected() ? words.text("search.wasCorrected") : "",
                    ordered.contains(each.terms())));
        }
        return rows;
    }

    public List<CaseRow> getCases() {
        var rows = new ArrayList<CaseRow>();
        for (var i = 0; i < own.size(); i++) {
            var result = score.results().get(i);
            rows.add(new CaseRow(
                    own.get(i).id(),
                    own.get(i).asked().query(),
                    own.get(i).expected().replaceFirst("^1: ", ""),
                    now(result),
                    result.right()));
        }
        return rows;
    }

    private String now(SearchScore.Result result) {
        var place = CaseRows.place(result, words);
        if (result.right() || result.titles().isEmpty()) return place;
        return place + " " + words.text("search.firstCame", result.titles().getFirst());
    }

    public String getScore() {
        return words.text("search.score", score.right(), score.results().size());
    }

    public List<PinRow> getPins() {
        return pins;
    }

    private List<PinRow> pinRows() {
        var all = searchWords.pins();
        var titles = catalog
                .records(all.stream().map(SearchWords.Pin::bibId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(
                        CatalogRecord::id, record -> record.record().titles().main()));
        return all.stream()
                .map(pin -> new PinRow(pin.question(), pin.bibId(), titles.getOrDefault(pin.bibId(), "")))
                .toList();
    }

    /** The question that a record is to be pinned to. */
    public String getQuestion() {
        return texts.get("question");
    }

    /** The words by which that record is looked for. */
    public String getTriedWords() {
        return texts.get("q");
    }

    public List<SearchHit> getHits() {
        return hits;
    }

    public List<Weight> getWeights() {
        return PARTS.stream()
                .map(part -> new Weight(part, words.text("search.part." + part), weights.getOrDefault(part, 100)))
                .toList();
    }

    /** True when weights were typed and not saved yet. */
    public boolean isTrying() {
        return texts.has("try") && texts.has("title");
    }

    public List<Move> getMoves() {
        return moves;
    }

    /** Somebody came to pin a record and has not found it yet: the field of its words has the focus. */
    public boolean isLooking() {
        return !getQuestion().isEmpty() && hits.isEmpty();
    }

    public boolean isNothingTried() {
        return !getTriedWords().isEmpty() && hits.isEmpty();
    }

    /** What was done, in words; empty when nothing was. */
    public String getDone() {
        return switch (texts.get("done")) {
            case "" -> "";
            case "order" -> words.text("search.ordered");
            case "unorder" -> words.text("search.unordered");
            default -> words.text("search.done");
        };
    }
}
