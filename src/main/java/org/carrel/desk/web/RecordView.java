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
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.CopyEdits;
import org.carrel.catalog.EditorRow;
import org.carrel.catalog.FieldChange;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.OpenCopy;
import org.carrel.catalog.OpenRecord;
import org.carrel.catalog.RecordEdits;
import org.carrel.catalog.RecordMerges;
import org.carrel.catalog.RecordState;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/record.xhtml and desk/record-history.xhtml: a title with its copies, its fields, and what it was before. */
@Named
@RequestScoped
public class RecordView {
    private static final Set<String> SAID = Set.of(
            "saved",
            "added",
            "together",
            "same",
            "restored",
            "refused",
            "changed",
            "copy",
            "withdrawn",
            "returned",
            "busy");
    private static final Set<String> NOT_WELL = Set.of("refused", "changed", "busy");

    @Inject
    HttpServletRequest request;

    @Inject
    RecordEdits edits;

    @Inject
    CopyEdits copies;

    @Inject
    Catalog catalog;

    @Inject
    RecordMerges merges;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<OpenRecord> open = Optional.empty();
    private Optional<CatalogRecord> known = Optional.empty();
    private List<RecordState> history = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        var number = Numbered.importNumber(request);
        if (number.isEmpty()) return;
        open = edits.open(number.getAsLong());
        if (open.isEmpty()) return;
        known = catalog.find(number.getAsLong());
        history = edits.history(number.getAsLong());
    }

    /** For an address with the number of no record; of one that became part of another, it is that one. */
    public void check() throws IOException {
        if (open.isPresent()) return;
        var number = Numbered.importNumber(request);
        var into = number.isEmpty() ? OptionalLong.empty() : merges.mergedInto(number.getAsLong());
        if (into.isEmpty()) Pages.notFound();
        else Pages.redirect(request.getContextPath() + RecordServlet.path(into.getAsLong()));
    }

    /** Whether they may merge it with another one. */
    public boolean isMergeable() {
        return caller.may(Operation.CHANGE_CATALOG);
    }

    public long getId() {
        return open.map(OpenRecord::id).orElse(0L);
    }

    public int getVersion() {
        return open.map(OpenRecord::version).orElse(0);
    }

    public String getTitle() {
        return known.map(record -> record.record().titles().main()).orElse("");
    }

    public String getAuthor() {
        return known.map(record -> record.record().names().main()).orElse("");
    }

    /** What was done, or why not; empty when nothing was asked. */
    public String getDone() {
        var said = texts.get("done");
        return SAID.contains(said) ? words.text("record.done." + said) : "";
    }

    public boolean isDoneWell() {
        return !NOT_WELL.contains(texts.get("done"));
    }

    /** Leader and fields as the editor has them. */
    public List<EditorRow> getFields() {
        return open.map(OpenRecord::record)
                .map(record -> {
                    var rows = new ArrayList<EditorRow>();
                    rows.add(new EditorRow(true, "LDR", "", "", record.leader()));
                    rows.addAll(edits.rows(record));
                    return rows;
                })
                .map(List::copyOf)
                .orElse(List.of());
    }

    /** A copy in a row. */
    public record Row(long id, String barcode, String callNumber, String place, String state, boolean withdrawn) {}

    public List<Row> getCopies() {
        return copies.of(getId()).stream().map(this::row).toList();
    }

    private Row row(OpenCopy copy) {
        var form = copy.form();
        var place = form.location().isEmpty() ? form.site() : form.site() + " · " + form.location();
        var state = copy.withdrawn().isPresent()
                ? words.text("record.withdrawn")
                : words.text("itemCondition." + copy.condition().name());
        return new Row(
                copy.id(),
                form.barcode(),
                form.callNumber(),
                place,
                state,
                copy.withdrawn().isPresent());
    }

    /** A version in a row. */
    public record State(int version, String when, String what, String who, boolean present, boolean chosen) {}

    public List<State> getHistory() {
        var chosen = FormTexts.integer(texts.get("version"));
        return history.stream()
                .map(state -> new State(
                        state.version(),
                        words.time(state.at()),
                        state.kind()
                                .map(kind -> words.text("editKind." + kind.name()))
                                .orElseGet(() -> state.file()
                                        .map(file -> words.text("record.byImport", file))
                                        .orElse(words.text("record.unknown"))),
                        state.who().orElse(""),
                        state.present(),
                        state.version() == chosen))
                .toList();
    }

    /** The version that is looked at; 0 for none. */
    public int getChosen() {
        var asked = FormTexts.integer(texts.get("version"));
        return history.stream().anyMatch(state -> state.version() == asked && !state.present()) ? asked : 0;
    }

    /** One field that differs between the chosen version and the present one. */
    public record Change(String tag, String then, String now) {}

    /** What is different now from what it was then. */
    public List<Change> getChanges() {
        return getChosen() == 0
                ? List.of()
                : edits.since(getId(), getChosen()).stream().map(this::change).toList();
    }

    private Change change(FieldChange change) {
        return new Change(change.tag(), line(edits, change.before()), line(edits, change.after()));
    }

    /** A field in one line, as the editor has it; empty for none. */
    static String line(RecordEdits edits, Optional<MarcField> field) {
        return field.map(edits::row)
                .map(row -> row.control() ? row.text() : row.ind1() + row.ind2() + " " + row.text())
                .orElse("");
    }
}
