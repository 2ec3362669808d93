package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.search.Readers;
import org.carrel.search.SavedSearch;
import org.carrel.search.SavedSearches;
import org.carrel.search.SearchHit;
import org.carrel.search.WorkDesk;

/** desk/works.xhtml: which records are one row for readers, and a look at what a decision would make of it. */
@Named
@RequestScoped
public class WorksView {
    private static final int FOUND = 20;
    private static final int MOST_WORDS = 200;
    private static final Set<String> SAID = Set.of("split", "join", "forget", "changed", "nothing");

    @Inject
    HttpServletRequest request;

    @Inject
    WorkDesk works;

    @Inject
    SavedSearches searches;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private List<SearchHit> editions = List.of();
    private List<SearchHit> others = List.of();
    private Set<Long> decided = Set.of();
    private long record;
    private long apart;

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        record = Math.max(0, FormTexts.number(texts.get("record")));
        if (record == 0) return;
        editions = works.editions(record);
        decided = works.decided(editions.stream().map(SearchHit::id).toList());
        var asked = FormTexts.number(texts.get("apart"));
        if (editions.size() > 1 && has(editions, asked)) apart = asked;
        var other = FormTexts.number(texts.get("join"));
        if (other > 0 && !has(editions, other)) others = works.editions(other);
    }

    private static boolean has(List<SearchHit> hits, long id) {
        return hits.stream().anyMatch(hit -> hit.id() == id);
    }

    /** For an address with the number of no record. */
    public void check() throws IOException {
        if (texts.has("record") && editions.isEmpty()) Pages.notFound();
    }

    /** A record as an edition. */
    public record Row(long id, String title, String author, String facts, long copies, boolean decided) {}

    /** A row of results, to be opened or to be joined. */
    public record Result(long id, String title, String author, String facts, String count) {}

    /** What was done, or why not; empty when nothing was asked. */
    public String getDone() {
        var said = texts.get("done");
        return SAID.contains(said) ? words.text("works.done." + said) : "";
    }

    public boolean isDoneWell() {
        return Set.of("split", "join", "forget").contains(texts.get("done"));
    }

    public boolean isOpened() {
        return !editions.isEmpty();
    }

    public String getTitle() {
        return isOpened() ? editions.getFirst().title() : words.text("works.title");
    }

    public long getRecord() {
        return record;
    }

    /** How many editions are one row now. */
    public String getCount() {
        return count(editions.size());
    }

    private String count(int number) {
        return words.text("works.count", number);
    }

    public List<Row> getEditions() {
        return rows(editions.stream());
    }

    public boolean isSeveral() {
        return editions.size() > 1;
    }

    public boolean isDecided() {
        return !decided.isEmpty();
    }

    public boolean isSplitting() {
        return apart > 0;
    }

    public boolean isJoining() {
        return !others.isEmpty();
    }

    /** The record that is to stand alone. */
    public long getApart() {
        return apart;
    }

    public List<Row> getStandingAlone() {
        return rows(editions.stream().filter(hit -> hit.id() == apart));
    }

    public List<Row> getStaying() {
        return rows(editions.stream().filter(hit -> hit.id() != apart));
    }

    /** The record that comes to these. */
    public long getOther() {
        return isJoining() ? others.getFirst().id() : 0;
    }

    public List<Row> getJoined() {
        return rows(Stream.concat(editions.stream(), others.stream()));
    }

    /** All records that the look is at, for the button. */
    public String getSeen() {
        return Stream.concat(editions.stream(), others.stream())
                .map(hit -> Long.toString(hit.id()))
                .collect(Collectors.joining("-"));
    }

    private List<Row> rows(Stream<SearchHit> hits) {
        var edition = new EditionWords(words.language());
        return hits.map(hit -> new Row(
                        hit.id(),
                        hit.title(),
                        hit.author(),
                        edition.of(hit),
                        hit.items().size(),
                        decided.contains(hit.id())))
                .toList();
    }

    /** The words by which a title was looked for. */
    public String getTyped() {
        return typed("q");
    }

    /** The words by which the other title was looked for. */
    public String getWith() {
        return typed("with");
    }

    private String typed(String field) {
        var text = texts.get(field).strip();
        return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
    }

    /** What the words find, one for each work. */
    public List<Result> getFound() {
        return found(getTyped());
    }

    /** The same for the title to be joined, without the editions that are here already. */
    public List<Result> getFoundToJoin() {
        return found(getWith()).stream()
                .filter(result -> !has(editions, result.id()))
                .toList();
    }

    private List<Result> found(String text) {
        if (text.isEmpty()) return List.of();
        var edition = new EditionWords(words.language());
        return searches.of(SavedSearch.ofWords(text), Readers.ALL, FOUND).hits().stream()
                .map(hit -> new Result(
                        hit.id(),
                        hit.title(),
                        hit.author(),
                        edition.of(hit),
                        hit.editions().isEmpty() ? "" : count(hit.editions().size() + 1)))
                .toList();
    }
}
