package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.Item;
import org.carrel.devices.LabelPicture;
import org.carrel.lists.ListEntry;
import org.carrel.lists.ListProblem;
import org.carrel.lists.ListProblem.Field;
import org.carrel.lists.ListState;
import org.carrel.lists.ReadingList;
import org.carrel.lists.ReadingLists;
import org.carrel.lists.WebDraft;
import org.carrel.search.Readers;
import org.carrel.search.SearchHit;
import org.carrel.security.CurrentCaller;
import org.carrel.security.WebSettings;

/** desk/list.xhtml and desk/list-print.xhtml: one list with what stands on it, and where that is. */
@Named
@RequestScoped
public class ReadingListView {
    private static final Set<String> SAID = Set.of(
            "saved",
            "added",
            "already",
            "notThere",
            "full",
            "described",
            "moved",
            "off",
            "published",
            "keptBack",
            "home",
            "offHome",
            "restored");
    private static final Set<String> NOT_WELL = Set.of("notThere", "full");

    @Inject
    HttpServletRequest request;

    @Inject
    ReadingLists lists;

    @Inject
    Catalog catalog;

    @Inject
    CurrentCaller caller;

    @Inject
    WebSettings settings;

    @Inject
    StaffWords words;

    private Optional<ReadingList> found = Optional.empty();
    private List<ListEntry> entries = List.of();
    private Map<Long, CatalogRecord> records = Map.of();
    private List<SearchHit> hits = List.of();
    private FormTexts texts = new FormTexts(Map.of());
    private ListServlet.SentEntry sent =
            new ListServlet.SentEntry(-1, new WebDraft("", "", "", Readers.ALL), List.of());

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        if (request.getAttribute(ListServlet.SENT_ENTRY) instanceof ListServlet.SentEntry again) sent = again;
        var number = Numbered.importNumber(request);
        if (number.isEmpty()) return;
        found = lists.find(number.getAsLong());
        if (found.isEmpty()) return;
        entries = lists.entries(number.getAsLong());
        records = catalog
                .records(shown().flatMap(entry -> entry.bib().stream().boxed()).toList())
                .stream()
                .collect(Collectors.toMap(CatalogRecord::id, Function.identity()));
        hits = lists.found(getFind());
    }

    /** Answers 404 for a list that is not there. */
    public void check() throws IOException {
        if (found.isEmpty()) Pages.notFound();
    }

    private ReadingList list() {
        return found.orElseThrow();
    }

    private Stream<ListEntry> shown() {
        return entries.stream().filter(ListEntry::listed);
    }

    public long getId() {
        return list().id();
    }

    public String getTitle() {
        return list().fullTitle();
    }

    public String getNote() {
        return list().note();
    }

    public String getLanguage() {
        return list().language();
    }

    /** What it is, for whom, and at which school. */
    public String getAbout() {
        var site = list().site()
                .map(code -> lists.siteNames().getOrDefault(code, code))
                .orElse(words.text("topics.allSites"));
        return String.join(
                " · ",
                List.of(words.text("listKind." + list().kind()), words.text("listReaders." + list().readers()), site));
    }

    public String getState() {
        return words.text("listState." + list().state());
    }

    public boolean isPublished() {
        return list().isPublished();
    }

    public boolean isRemoved() {
        return list().state() == ListState.REMOVED;
    }

    public boolean isOnHome() {
        return list().onHome();
    }

    public boolean isMayPutHome() {
        return ReadingLists.mayPutHome(list(), caller.required());
    }

    /** As everybody can type it. */
    public String getLink() {
        return settings.baseUrl().toString().replaceFirst("/$", "") + list().path();
    }

    /** Its page, after the context path. */
    public String getPath() {
        return list().path();
    }

    /** The link as telephones read it. */
    public LabelPicture getLinkPicture() {
        return LabelPicture.of(getLink(), LabelPicture.Kind.QR);
    }

    /** How many titles the catalog does not show any more, in words; empty when it shows all. */
    public String getHidden() {
        var hidden = entries.size() - shown().count();
        return hidden == 0 ? "" : words.text("lists.hidden", hidden);
    }

    /**
     * Something on the list.
     *
     * @param path of the title, after the context path; empty for a place on the web
     * @param places call numbers, and where they stand
     * @param state whether a copy is in, in words; empty for a place on the web
     * @param problem what is wrong with what was typed about it; empty when nothing is
     * @param pictures of the address as telephones read it: one of a place on the web, none of a title
     */
    public record Row(
            long id,
            String title,
            String by,
            String path,
            String url,
            String note,
            String readers,
            List<ListFormView.Choice> choices,
            List<String> places,
            String state,
            String problem,
            List<LabelPicture> pictures,
            boolean first,
            boolean last) {}

    public List<Row> getRows() {
        var all = shown().toList();
        var rows = new ArrayList<Row>();
        for (var entry : all) rows.add(row(entry, rows.isEmpty(), rows.size() == all.size() - 1));
        return rows;
    }

    private Row row(ListEntry entry, boolean first, boolean last) {
        var record = Optional.ofNullable(records.get(entry.bib().orElse(0)));
        var copies = record.map(CatalogRecord::items).orElse(List.of()).stream()
                .filter(copy -> list().site().map(copy.siteCode()::equals).orElse(true))
                .toList();
        var typed = sent.entry() == entry.id();
        return new Row(
                entry.id(),
                entry.title(),
                record.map(known -> known.record().names().main()).orElse(""),
                entry.bib().isPresent() ? "/records/" + entry.bib().getAsLong() : "",
                entry.url(),
                typed ? sent.draft().note() : entry.note(),
                entry.readers() == Readers.ALL ? "" : words.text("listReaders." + entry.readers()),
                ListWords.readers(words, typed ? sent.draft().readers() : entry.readers()),
                copies.stream().map(this::place).distinct().toList(),
                entry.bib().isPresent() ? state(copies) : "",
                typed ? problem(Field.WEB_NOTE.name()) : "",
                entry.url().isEmpty() ? List.of() : List.of(LabelPicture.of(entry.url(), LabelPicture.Kind.QR)),
                first,
                last);
    }

    private String place(Item copy) {
        var site = list().site().isPresent() ? "" : copy.siteName();
        return Stream.of(copy.callNumber().text(), copy.location(), site)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String state(List<Item> copies) {
        return words.text(
                "lists.copiesIn", copies.stream().filter(Item::available).count(), copies.size());
    }

    /** What was looked for, as typed. */
    public String getFind() {
        return texts.get("find");
    }

    public boolean isAsked() {
        return !getFind().isBlank();
    }

    /** A title that may be meant. @param about who wrote it, when, and in which form */
    public record Found(long bib, String title, String about) {}

    public List<Found> getFound() {
        return hits.stream()
                .map(hit -> new Found(
                        hit.id(),
                        hit.title(),
                        Stream.of(hit.author(), hit.yearOrZero() == 0 ? "" : String.valueOf(hit.yearOrZero()))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" · "))))
                .toList();
    }

    /** A place on the web as it was typed, while it is not taken. */
    public WebDraft getWeb() {
        return sent.entry() == 0 ? sent.draft() : new WebDraft("", "", "", Readers.ALL);
    }

    public List<ListFormView.Choice> getWebReaders() {
        return ListWords.readers(words, getWeb().readers());
    }

    /** What is wrong with a new place on the web. @param field as {@link Field} names it; empty when it is right */
    public String webProblem(String field) {
        return sent.entry() == 0 ? problem(field) : "";
    }

    private String problem(String field) {
        return sent.problems().stream()
                .filter(one -> one.field().name().equals(field))
                .map(one -> ListWords.text(words, one))
                .findFirst()
                .orElse("");
    }

    /** Problems of what was typed, the first field first. */
    public List<ListFormView.Wrong> getWrong() {
        return sent.problems().stream()
                .map(problem -> new ListFormView.Wrong(element(problem), ListWords.text(words, problem)))
                .toList();
    }

    private String element(ListProblem problem) {
        return sent.entry() == 0 ? ListWords.id(problem.field()) : "note-" + sent.entry();
    }

    /** What was done, or why not; empty when nothing was asked. */
    public String getDone() {
        var said = texts.get("done");
        return sent.entry() < 0 && SAID.contains(said)
                ? words.text("lists.done." + said, texts.get("title"), ReadingLists.MOST_ENTRIES)
                : "";
    }

    public boolean isDoneWell() {
        return !NOT_WELL.contains(texts.get("done"));
    }
}
