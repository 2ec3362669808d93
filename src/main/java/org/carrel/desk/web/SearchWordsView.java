package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carrel.desk.web.CaseRows.Move;
import org.carrel.search.SearchCases;
import org.carrel.search.SearchWords;
import org.carrel.search.SearchWords.OwnCase;
import org.carrel.search.Synonym;
import org.carrel.search.Synonym.Sense;

/** desk/search-words.xhtml: what readers say and what the catalog calls it. */
@Named
@RequestScoped
public class SearchWordsView {
    private static final int SHOWN = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    SearchWords searchWords;

    @Inject
    SearchCases cases;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private List<SearchWords.Entry> all = List.of();
    private List<Move> moves = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        all = searchWords.synonyms().stream().filter(this::isAskedFor).toList();
        if (!isTrying()) return;
        var own = searchWords.cases().stream().map(OwnCase::asked).toList();
        var after = cases.tryOut(own, searchWords, List.of(SearchChangeServlet.synonym(texts)), searchWords.weights());
        moves = CaseRows.moves(cases.run(own), after, words);
    }

    private boolean isAskedFor(SearchWords.Entry entry) {
        var part = getFilter().toLowerCase(Locale.ROOT).strip();
        var synonym = entry.synonym();
        return synonym.said().contains(part) || synonym.means().contains(part);
    }

    /** @param origin whose it is, in words */
    public record Row(
            int number, String said, String means, String sense, String senseName, String origin, boolean used) {}

    public List<Row> getRows() {
        var rows = new ArrayList<Row>();
        for (var entry : all.subList(0, Math.min(SHOWN, all.size()))) {
            var synonym = entry.synonym();
            rows.add(new Row(
                    rows.size() + 1,
                    synonym.said(),
                    synonym.means(),
                    synonym.sense().name(),
                    words.text("sense." + synonym.sense()),
                    words.text(entry.ours() ? "searchWords.ours" : "searchWords.shipped"),
                    entry.used()));
        }
        return rows;
    }

    /** "100 of 640": how many are shown. */
    public String getCount() {
        return words.text("searchWords.count", Math.min(SHOWN, all.size()), all.size());
    }

    public String getFilter() {
        return texts.get("filter");
    }

    public String getSaid() {
        return texts.get("said");
    }

    public String getMeans() {
        return texts.get("means");
    }

    /** A choice in the list of senses. */
    public record Choice(String value, String name, boolean chosen) {}

    public List<Choice> getSenses() {
        var chosen = texts.oneOf("sense", Sense.SAME);
        return Arrays.stream(Sense.values())
                .map(sense -> new Choice(sense.name(), words.text("sense." + sense), sense == chosen))
                .toList();
    }

    /** True when a synonym was typed and not saved yet. */
    public boolean isTrying() {
        return texts.has("try") && !getSaid().isBlank() && !getMeans().isBlank();
    }

    public Synonym getTried() {
        return SearchChangeServlet.synonym(texts);
    }

    public List<Move> getMoves() {
        return moves;
    }

    public boolean isDone() {
        return texts.has("done");
    }
}
