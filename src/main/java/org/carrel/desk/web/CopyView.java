package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CopyEdits;
import org.carrel.catalog.CopyForm;
import org.carrel.catalog.CopyForm.Field;
import org.carrel.catalog.CopyProblem;
import org.carrel.catalog.OpenCopy;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.security.Caller;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** desk/copy.xhtml: a copy as somebody adds or changes it. */
@Named
@RequestScoped
public class CopyView {
    @Inject
    HttpServletRequest request;

    @Inject
    CopyEdits copies;

    @Inject
    Catalog catalog;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<CopyDraft> draft = Optional.empty();
    private Optional<OpenCopy> standing = Optional.empty();

    /**
     * A form as it is shown.
     *
     * @param bib number of the title
     * @param item number of the copy; 0 for a new one
     * @param seen version that somebody had before them; 0 for a new one
     */
    record CopyDraft(long bib, long item, int seen, CopyForm form, List<CopyProblem> problems, boolean stale) {
        private static final String NAME = "org.carrel.desk.copy";

        CopyDraft {
            problems = List.copyOf(problems);
        }

        void keep(HttpServletRequest request) {
            request.setAttribute(NAME, this);
        }

        static Optional<CopyDraft> of(HttpServletRequest request) {
            return request.getAttribute(NAME) instanceof CopyDraft draft ? Optional.of(draft) : Optional.empty();
        }
    }

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        if (number.isEmpty()) return;
        var adding = request.getAttribute(StaffView.ADDRESS) instanceof String address
                && address.startsWith("/desk/record/");
        if (!adding)
            standing = copies.find(number.getAsLong())
                    .filter(copy -> isOurs(copy.form().site()));
        draft = CopyDraft.of(request).or(() -> adding ? fresh(number.getAsLong()) : standing.map(CopyView::draft));
    }

    private boolean isOurs(String site) {
        return caller.required().may(Operation.CATALOG, Owner.site(site));
    }

    private static CopyDraft draft(OpenCopy copy) {
        return new CopyDraft(copy.bibId(), copy.id(), copy.version(), copy.form(), List.of(), false);
    }

    private Optional<CopyDraft> fresh(long bib) {
        if (catalog.find(bib).isEmpty()) return Optional.empty();
        var site = caller.get().flatMap(Caller::site).orElseGet(() -> usualSite(bib));
        return Optional.of(new CopyDraft(bib, 0, 0, copies.propose(bib, site), List.of(), false));
    }

    /** Where the title has a copy already, for who may add one anywhere; else the first of all sites. */
    private String usualSite(long bib) {
        return copies.of(bib).stream()
                .filter(copy -> copy.withdrawn().isEmpty())
                .map(copy -> copy.form().site())
                .findFirst()
                .or(() -> copies.places().sites().stream().findFirst())
                .orElse("");
    }

    /** For an address with the number of no copy, or of one of another site. */
    public void check() throws IOException {
        if (draft.isEmpty()) Pages.notFound();
    }

    public boolean isNew() {
        return draft.map(known -> known.item() == 0).orElse(true);
    }

    public long getBib() {
        return draft.map(CopyDraft::bib).orElse(0L);
    }

    public int getSeen() {
        return draft.map(CopyDraft::seen).orElse(0);
    }

    public String getTitle() {
        return catalog.find(getBib())
                .map(record -> record.record().titles().main())
                .orElse("");
    }

    public String getAction() {
        return isNew()
                ? RecordServlet.path(getBib()) + "/copy"
                : "/desk/copy/" + draft.map(CopyDraft::item).orElse(0L);
    }

    public boolean isStale() {
        return draft.map(CopyDraft::stale).orElse(false);
    }

    /** Whether the copy is not ours any more. */
    public boolean isWithdrawn() {
        return standing.flatMap(OpenCopy::withdrawn).isPresent();
    }

    /** A field with one line of text. */
    public record Text(String id, String label, String value, String type, String problem) {}

    public List<Text> getTexts() {
        return draft.map(CopyDraft::form)
                .map(form -> {
                    var all = new ArrayList<Text>();
                    all.add(text(Field.BARCODE, form.barcode()));
                    all.add(text(Field.CALL_NUMBER, form.callNumber()));
                    all.add(text(Field.COPY_NUMBER, form.copyNumber()));
                    all.add(text(Field.VOLUME, form.volume()));
                    all.add(text(Field.PRICE, form.price()));
                    all.add(new Text(
                            Field.ACQUIRED.name(),
                            words.text("copyField.ACQUIRED"),
                            form.acquired(),
                            "date",
                            problem(Field.ACQUIRED)));
                    all.add(text(Field.VENDOR, form.vendor()));
                    all.add(text(Field.FUND, form.fund()));
                    return List.copyOf(all);
                })
                .orElse(List.of());
    }

    private Text text(Field field, String value) {
        return new Text(field.name(), words.text("copyField." + field.name()), value, "text", problem(field));
    }

    public String getNote() {
        return draft.map(known -> known.form().note()).orElse("");
    }

    public String getNoteProblem() {
        return problem(Field.NOTE);
    }

    public boolean isLendable() {
        return draft.map(known -> known.form().lendable()).orElse(true);
    }

    public List<Choice> getSites() {
        var chosen = draft.map(known -> known.form().site()).orElse("");
        return copies.places().sites().stream()
                .filter(this::isOurs)
                .map(site -> new Choice(site, site, site.equalsIgnoreCase(chosen)))
                .toList();
    }

    public String getSiteProblem() {
        return problem(Field.SITE);
    }

    public List<Choice> getLocations() {
        return choices(
                copies.places().locations(),
                draft.map(known -> known.form().location()).orElse(""));
    }

    public String getLocationProblem() {
        return problem(Field.LOCATION);
    }

    public List<Choice> getItemTypes() {
        return choices(
                copies.places().itemTypes(),
                draft.map(known -> known.form().itemType()).orElse(""));
    }

    private List<Choice> choices(List<String> codes, String chosen) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", words.text("copy.none"), chosen.isEmpty()));
        codes.forEach(code -> all.add(new Choice(code, code, code.equalsIgnoreCase(chosen))));
        return all;
    }

    private String problem(Field field) {
        return draft.flatMap(known -> known.problems().stream()
                        .filter(problem -> problem.field() == field)
                        .findFirst())
                .map(problem -> words.text("copyProblem." + problem.kind().name(), problem.detail()))
                .orElse("");
    }
}
