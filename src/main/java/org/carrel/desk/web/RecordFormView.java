package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.BriefRecord;
import org.carrel.catalog.BriefRecord.Audience;
import org.carrel.catalog.BriefRecord.Imprint;
import org.carrel.catalog.BriefRecord.Series;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CodeMeaning;
import org.carrel.catalog.MarcHelp;
import org.carrel.catalog.Material;
import org.carrel.catalog.RecordEdits;
import org.carrel.catalog.RecordProblem;
import org.carrel.desk.web.DevicesView.Choice;

/** desk/record-form.xhtml: a title in plain words, as somebody changes it or adds it. */
@Named
@RequestScoped
public class RecordFormView {
    /** What a school has most of stands first. */
    private static final List<String> FIRST_LANGUAGES = List.of("eng", "spa");

    @Inject
    HttpServletRequest request;

    @Inject
    RecordEdits edits;

    @Inject
    MarcHelp marc;

    @Inject
    Catalog catalog;

    @Inject
    StaffWords words;

    private long id;
    private Optional<FormDraft> draft = Optional.empty();

    /**
     * A form as it is shown.
     *
     * @param seen version that somebody had before them; 0 for a new title
     * @param against why it was not stored
     * @param about version in which somebody else has changed the same; 0 when nobody has
     * @param sent somebody has filled it in
     */
    record FormDraft(int seen, BriefRecord form, List<RecordProblem> against, int about, boolean sent) {
        private static final String NAME = "org.carrel.desk.record-form";

        FormDraft {
            against = List.copyOf(against);
        }

        void keep(HttpServletRequest request) {
            request.setAttribute(NAME, this);
        }

        static Optional<FormDraft> of(HttpServletRequest request) {
            return request.getAttribute(NAME) instanceof FormDraft draft ? Optional.of(draft) : Optional.empty();
        }
    }

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        id = number.orElse(0);
        draft = FormDraft.of(request).or(() -> id == 0 ? Optional.of(fresh()) : standing());
    }

    private Optional<FormDraft> standing() {
        return edits.open(id)
                .map(open -> new FormDraft(open.version(), marc.brief(open.record()), List.of(), 0, false));
    }

    /** A book of which nothing is known but what stands in the address. */
    private FormDraft fresh() {
        var texts = FormTexts.of(request);
        var form = new BriefRecord(
                Material.BOOK,
                texts.get("title").strip(),
                "",
                List.of(),
                new Imprint("", "", ""),
                "",
                texts.get("isbn").strip(),
                new Series("", ""),
                List.of(),
                List.of(),
                List.of(),
                "",
                "eng",
                new Audience('j', ""));
        return new FormDraft(0, form, List.of(), 0, false);
    }

    /** What the form sends. @param before what stands, for the parts that a form cannot say; empty for a new title */
    static BriefRecord read(FormTexts texts, Optional<BriefRecord> before) {
        var audience = texts.get("audience");
        return new BriefRecord(
                before.map(BriefRecord::material).orElseGet(() -> texts.oneOf("material", Material.BOOK)),
                texts.get("title").strip(),
                texts.get("subtitle").strip(),
                lines(texts.get("authors")),
                new Imprint(
                        texts.get("place").strip(),
                        texts.get("publisher").strip(),
                        texts.get("year").strip()),
                texts.get("extent").strip(),
                texts.get("isbn").strip(),
                new Series(texts.get("series").strip(), texts.get("number").strip()),
                lines(texts.get("subjects")),
                lines(texts.get("places")),
                lines(texts.get("genres")),
                texts.get("summary").replaceAll("\\s+", " ").strip(),
                texts.get("language").strip(),
                new Audience(
                        audience.isEmpty() ? ' ' : audience.charAt(0),
                        texts.get("grades").strip()));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** For an address with the number of no record. */
    public void check() throws IOException {
        if (draft.isEmpty()) Pages.notFound();
    }

    public boolean isNew() {
        return id == 0;
    }

    public long getId() {
        return id;
    }

    public String getAction() {
        return isNew() ? "/desk/record-new" : RecordServlet.path(id) + "/form";
    }

    public String getBack() {
        return isNew() ? "/desk/records" : RecordServlet.path(id);
    }

    public String getTitle() {
        return isNew()
                ? words.text("recordForm.new")
                : catalog.find(id)
                        .map(record -> record.record().titles().main())
                        .orElse("");
    }

    public int getSeen() {
        return draft.map(FormDraft::seen).orElse(0);
    }

    /** Version in which somebody else has changed the same; 0 when nobody has. */
    public int getAbout() {
        return draft.map(FormDraft::about).orElse(0);
    }

    public List<String> getProblems() {
        return draft.map(FormDraft::against).orElse(List.of()).stream()
                .map(problem -> RecordMarcView.sentence(words, problem))
                .toList();
    }

    private BriefRecord form() {
        return draft.map(FormDraft::form).orElseThrow();
    }

    /** A field with one line of text. @param help empty for none @param wrong why it cannot stay so; empty when it can */
    public record Text(String id, String label, String help, String value, String wrong) {}

    private Text text(String id, String value) {
        return new Text(id, words.text("recordForm." + id), "", value, "");
    }

    private Text explained(String id, String value) {
        return new Text(id, words.text("recordForm." + id), words.text("recordForm." + id + ".help"), value, "");
    }

    private Text title() {
        var missing = draft.filter(known -> known.sent() && known.form().title().isEmpty())
                .isPresent();
        return new Text(
                "title",
                words.text("recordForm.title"),
                "",
                form().title(),
                missing ? words.text("recordForm.noTitle") : "");
    }

    public List<Text> getMain() {
        return List.of(title(), text("subtitle", form().subtitle()));
    }

    public List<Text> getPublished() {
        var form = form();
        return List.of(
                text("isbn", form.isbn()),
                text("publisher", form.imprint().publisher()),
                text("place", form.imprint().place()),
                text("year", form.imprint().year()),
                text("extent", form.extent()),
                text("series", form.series().title()),
                text("number", form.series().number()),
                explained("grades", form.audience().grades()));
    }

    /** A field with a line for each of several. */
    public record Lines(String id, String label, String help, String value, int rows) {}

    private Lines lines(String id, List<String> values) {
        return new Lines(
                id,
                words.text("recordForm." + id),
                words.text("recordForm." + id + ".help"),
                String.join("\n", values),
                Math.max(2, values.size() + 1));
    }

    public Lines getAuthors() {
        return lines("authors", form().authors());
    }

    public List<Lines> getTopics() {
        return List.of(
                lines("subjects", form().subjects()),
                lines("places", form().places()),
                lines("genres", form().genres()));
    }

    public String getSummary() {
        return form().summary();
    }

    public List<Choice> getMaterials() {
        return Arrays.stream(Material.values())
                .filter(material -> material != Material.OTHER)
                .map(material -> new Choice(
                        material.name(), words.text("material." + material.name()), material == form().material()))
                .toList();
    }

    public List<Choice> getLanguages() {
        var locale = words.language().locale();
        var chosen = form().language();
        var all = new ArrayList<Choice>();
        all.add(new Choice("", words.text("recordForm.noLanguage"), chosen.isEmpty()));
        marc.languages().stream()
                .sorted(Comparator.comparing((CodeMeaning code) -> !FIRST_LANGUAGES.contains(code.code()))
                        .thenComparing(code -> code.meaning().in(locale)))
                .forEach(code -> all.add(new Choice(
                        code.code(), code.meaning().in(locale), code.code().equals(chosen))));
        if (!chosen.isEmpty() && all.stream().noneMatch(Choice::chosen)) all.add(new Choice(chosen, chosen, true));
        return all;
    }

    /** MARC 21 field 008, position 22: codes that a school library uses. */
    private static final Set<Character> AUDIENCES = Set.of('a', 'b', 'c', 'd', 'e', 'f', 'g', 'j');

    public List<Choice> getAudiences() {
        var chosen = form().audience().code();
        var all = new ArrayList<Choice>();
        all.add(new Choice("", words.text("recordForm.noAudience"), !AUDIENCES.contains(chosen)));
        AUDIENCES.stream()
                .sorted()
                .forEach(code ->
                        all.add(new Choice(String.valueOf(code), words.text("audienceCode." + code), code == chosen)));
        return all;
    }
}
