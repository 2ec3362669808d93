package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.EditorRow;
import org.carrel.catalog.MergePlan;
import org.carrel.catalog.OpenRecord;
import org.carrel.catalog.RecordEdits;
import org.carrel.catalog.RecordMerges;
import org.carrel.search.Readers;
import org.carrel.search.SavedSearch;
import org.carrel.search.SavedSearches;

/** desk/merge.xhtml: which record stays, which become part of it, and what it would be. */
@Named
@RequestScoped
public class MergeView {
    static final String PAGE = "/desk/merge";
    /** Before the number of a record that is ticked. */
    static final String TAKE = "take-";

    private static final int FOUND = 20;
    private static final int MOST_WORDS = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    RecordMerges merges;

    @Inject
    RecordEdits edits;

    @Inject
    Catalog catalog;

    @Inject
    SavedSearches searches;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private long keep;
    private Set<Long> away = Set.of();
    private Optional<MergePlan> plan = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        keep = Math.max(0, FormTexts.number(texts.get("keep")));
        away = away(texts, keep);
        plan = merges.plan(keep, away);
    }

    /** From a link, {@code with=2-3}, or from ticks. */
    static Set<Long> away(FormTexts texts, long keep) {
        var ids = new TreeSet<Long>();
        Arrays.stream(texts.get("with").split("-")).map(FormTexts::number).forEach(ids::add);
        for (var name : texts.texts().keySet())
            if (name.startsWith(TAKE)) ids.add(FormTexts.number(name.substring(TAKE.length())));
        ids.removeIf(id -> id <= 0 || id == keep);
        return ids;
    }

    /** For an address with the number of no record. */
    public void check() throws IOException {
        if (keep > 0 && edits.open(keep).isEmpty()) Pages.notFound();
    }

    public boolean isChosen() {
        return keep > 0;
    }

    public boolean isPlanned() {
        return plan.isPresent();
    }

    public long getKeep() {
        return keep;
    }

    public String getTitle() {
        return title(keep);
    }

    /** Who wrote and published it, and when: what tells editions apart. */
    public String getFacts() {
        return facts(keep);
    }

    private String title(long id) {
        return catalog.find(id).map(record -> record.record().titles().main()).orElse("");
    }

    /** A record that is to become part of the other. @param without the address of the page without it @param instead the one where it stays */
    public record Row(long id, String title, String facts, String without, String instead) {}

    public List<Row> getAway() {
        return away.stream().map(this::row).toList();
    }

    private Row row(long id) {
        var others = new TreeSet<>(away);
        others.remove(id);
        var swapped = new TreeSet<>(others);
        swapped.add(keep);
        return new Row(id, title(id), facts(id), address(keep, others), address(id, swapped));
    }

    private String facts(long id) {
        return catalog.find(id)
                .map(record -> Stream.of(
                                record.record().names().main(),
                                record.record().publication().publisher(),
                                record.record().publication().year().isPresent()
                                        ? String.valueOf(record.record()
                                                .publication()
                                                .year()
                                                .getAsInt())
                                        : "")
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")))
                .orElse("");
    }

    private static String address(long keep, Set<Long> away) {
        return PAGE + "?keep=" + keep + "&with="
                + away.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /** Where a record that is found is added. */
    public String getAdd() {
        return away.isEmpty() ? PAGE + "?keep=" + keep + "&with=" : address(keep, away) + "-";
    }

    /** Where the record that stays is chosen. */
    public String getFirst() {
        return PAGE + "?keep=";
    }

    public String getWith() {
        return away.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    public String getTyped() {
        var text = texts.get("q").strip();
        return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
    }

    public List<WorksView.Result> getFound() {
        if (getTyped().isEmpty()) return List.of();
        var edition = new EditionWords(words.language());
        return searches.of(SavedSearch.ofWords(getTyped()), Readers.ALL, FOUND).hits().stream()
                .flatMap(hit -> Stream.concat(Stream.of(hit), hit.editions().stream()))
                .filter(hit -> hit.id() != keep && !away.contains(hit.id()))
                .map(hit -> new WorksView.Result(hit.id(), hit.title(), hit.author(), edition.of(hit), ""))
                .toList();
    }

    /** The record as it would be. */
    public List<EditorRow> getFields() {
        return plan.map(one -> edits.rows(one.becomes())).orElse(List.of());
    }

    /** What would be different in it. */
    public List<BatchOneView.Change> getChanges() {
        return plan.map(MergePlan::changes).orElse(List.of()).stream()
                .map(change -> new BatchOneView.Change(
                        change.tag(), RecordView.line(edits, change.before()), RecordView.line(edits, change.after())))
                .toList();
    }

    /** What moves to it, a sentence each. */
    public List<String> getMoves() {
        var said = new ArrayList<String>();
        plan.ifPresent(one -> {
            said.add(words.text("recordMerge.copies", one.copies()));
            one.moved().forEach((kind, count) -> said.add(words.text("recordMerge.moved." + kind, count)));
        });
        return said;
    }

    /** The versions that are seen: {@code 12:3-15:1}. */
    public String getSeen() {
        return plan.map(one -> Stream.concat(Stream.of(one.keep()), one.away().stream()))
                .orElse(Stream.<OpenRecord>empty())
                .map(record -> record.id() + ":" + record.version())
                .collect(Collectors.joining("-"));
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    /** Why nothing was done; empty when nothing was asked. */
    public String getProblem() {
        var said = texts.get("done");
        if (Set.of("changed", "gone").contains(said)) return words.text("recordMerge.done." + said);
        return away.size() >= RecordMerges.MOST ? words.text("recordMerge.tooMany", RecordMerges.MOST) : "";
    }
}
