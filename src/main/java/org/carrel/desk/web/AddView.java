package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.BriefRecord;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CodeMeaning;
import org.carrel.catalog.CopyEdits;
import org.carrel.catalog.CopyForm;
import org.carrel.catalog.CopyForm.Field;
import org.carrel.catalog.Isbns;
import org.carrel.catalog.MarcHelp;
import org.carrel.catalog.Material;
import org.carrel.catalog.NewTitles;
import org.carrel.catalog.OpenCopy;
import org.carrel.copycataloging.CopyFindings;
import org.carrel.copycataloging.CopySearch;
import org.carrel.copycataloging.FoundRecord;
import org.carrel.copycataloging.TargetState;
import org.carrel.copycataloging.TargetState.Outcome;
import org.carrel.desk.web.AddServlet.Problems;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.school.SchoolSite;

/** desk/add.xhtml: a book goes from its box to the shelf: its ISBN is scanned, then the barcode of the copy. */
@Named
@RequestScoped
public class AddView {
    private static final Set<String> SAID = Set.of("title", "copy", "TITLE", "COPY", "NOT_NOW");
    private static final int MOST_SCANNED = 40;
    private static final int MOST_OTHERS = 8;
    /** What a school has most of stands first. */
    private static final List<String> FIRST_LANGUAGES = List.of("eng", "spa");
    /** MARC 21 field 008, position 22: codes that a school library uses. */
    private static final List<String> AUDIENCES = List.of("a", "b", "c", "d", "e", "f", "g", "j");

    @Inject
    HttpServletRequest request;

    @Inject
    NewTitles titles;

    @Inject
    CopyEdits copies;

    @Inject
    Catalog catalog;

    @Inject
    CopySearch search;

    @Inject
    MarcHelp marc;

    @Inject
    SchoolReach reach;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private Problems problems = Problems.NONE;
    private Optional<SchoolSite> site = Optional.empty();
    private Optional<String> isbn = Optional.empty();
    private Optional<Long> own = Optional.empty();
    private CopyFindings findings = new CopyFindings(List.of(), List.of());
    private Optional<FoundRecord> found = Optional.empty();
    private Optional<CopyForm> proposed = Optional.empty();
    private boolean brief;

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        problems = request.getAttribute(AddServlet.PROBLEMS) instanceof Problems known ? known : Problems.NONE;
        site = reach.chosen(texts.get("site"));
        brief = texts.get("do").equals("brief") || texts.has("brief");
        if (site.isEmpty() || getScanned().isEmpty() && !brief) return;
        isbn = Isbns.thirteen(getScanned());
        if (!brief) look();
        brief = brief || own.isEmpty() && found.isEmpty();
        propose();
    }

    private void look() {
        own = isbn.flatMap(number -> titles.withIsbn(number).stream().findFirst());
        if (own.isPresent() || isbn.isEmpty()) return;
        findings = texts.has("again") ? search.again(isbn.get()) : search.of(isbn.get());
        found = findings.record(texts.get("answer")).or(() -> findings.record(""));
    }

    private void propose() {
        var code = getSite();
        proposed = Optional.of(own.map(bib -> copies.propose(bib, code))
                .orElseGet(() -> copies.proposeFirst(
                        code, found.map(FoundRecord::callNumber).orElse(""))));
    }

    public boolean isKnownSite() {
        return site.isPresent();
    }

    /** Code of the site for which books are added. */
    public String getSite() {
        return site.map(SchoolSite::code).orElse("");
    }

    public List<SchoolReach.Link> getSites() {
        return reach.links(AddServlet.PAGE, getSite());
    }

    /** As it was scanned or typed. */
    public String getScanned() {
        var text = texts.get("isbn").strip();
        return text.length() > MOST_SCANNED ? text.substring(0, MOST_SCANNED) : text;
    }

    /** Whether something was scanned that is no ISBN. */
    public boolean isNoIsbn() {
        return !getScanned().isEmpty() && isbn.isEmpty() && !texts.get("do").equals("brief");
    }

    /** Whether the library has the title. */
    public boolean isOwn() {
        return own.isPresent();
    }

    public long getBib() {
        return own.orElse(0L);
    }

    /** How many copies the library has, in words. */
    public String getOwnCopies() {
        var count = own.map(bib -> copies.of(bib).stream()
                        .filter(copy -> copy.withdrawn().isEmpty())
                        .count())
                .orElse(0L);
        return words.text("add.copies", count);
    }

    public boolean isFound() {
        return found.isPresent();
    }

    /** The key of the record that is shown. */
    public String getAnswer() {
        return found.map(FoundRecord::key).orElse("");
    }

    /** Where it comes from. */
    public String getFrom() {
        return found.map(record -> words.text("add.from", String.join(", ", record.targets())))
                .orElse("");
    }

    /** Whether the short form is shown: asked for, or there is nothing else. */
    public boolean isBrief() {
        return brief && site.isPresent();
    }

    /** Whether a number was scanned that nobody knows. */
    public boolean isNothing() {
        return isbn.isPresent()
                && brief
                && !texts.has("brief")
                && !texts.get("do").equals("brief");
    }

    /** For the short form: as it was typed there, else the number that was scanned. */
    public String getIsbn() {
        return isRefused() ? getScanned() : isbn.orElse("");
    }

    public boolean isNoTargets() {
        return findings.states().isEmpty();
    }

    /** Whether a book is to be stored: then the next scan is its barcode. */
    public boolean isReady() {
        return proposed.isPresent();
    }

    private Optional<BriefRecord> shown() {
        var record = own.isPresent() ? own.flatMap(catalog::marc) : found.map(FoundRecord::record);
        return record.map(NewTitles::described);
    }

    public String getTitle() {
        return shown().map(AddView::wholeTitle).orElse("");
    }

    private static String wholeTitle(BriefRecord record) {
        return record.subtitle().isEmpty() ? record.title() : record.title() + ": " + record.subtitle();
    }

    public String getAuthor() {
        return shown().map(AddView::author).orElse("");
    }

    private static String author(BriefRecord record) {
        return String.join("; ", record.authors());
    }

    public String getImprint() {
        return shown().map(AddView::imprint).orElse("");
    }

    private static String imprint(BriefRecord record) {
        return Stream.of(record.imprint().publisher(), record.imprint().year(), record.extent())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }

    public String getSubjects() {
        return shown().map(record -> String.join(" · ", record.subjects())).orElse("");
    }

    public String getSummary() {
        return shown().map(BriefRecord::summary).orElse("");
    }

    /** Another record that targets have. */
    public record Other(String key, String title, String about, String from, String path) {}

    public List<Other> getOthers() {
        return findings.records().stream()
                .filter(record -> !record.key().equals(getAnswer()))
                .limit(MOST_OTHERS)
                .map(this::other)
                .toList();
    }

    private Other other(FoundRecord record) {
        var described = NewTitles.described(record.record());
        var about = Stream.of(
                        author(described),
                        imprint(described),
                        words.text("recordLevel." + record.merit().level()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
        return new Other(
                record.key(),
                wholeTitle(described),
                about,
                String.join(", ", record.targets()),
                path() + AddForm.part("answer", record.key()));
    }

    private String path() {
        return AddServlet.PAGE + "?isbn=" + FormTexts.encoded(getScanned()) + AddForm.carried(texts);
    }

    /** A target and what became of asking it. */
    public record State(String text, boolean well) {}

    public List<State> getStates() {
        return findings.states().stream()
                .map(state -> new State(outcome(words, state), isWell(state)))
                .toList();
    }

    static String outcome(StaffWords words, TargetState state) {
        var said = words.text("targetOutcome." + state.outcome(), state.target(), state.records());
        return state.detail().isEmpty() ? said : said + " " + state.detail();
    }

    private static boolean isWell(TargetState state) {
        return state.outcome() == Outcome.ANSWERED || state.outcome() == Outcome.NOTHING;
    }

    /** Whether some target may have more to say. */
    public boolean isAgain() {
        return !findings.states().stream().allMatch(AddView::isWell);
    }

    public String getAgainPath() {
        return path() + "&again=yes";
    }

    public String getBriefPath() {
        return path() + "&brief=yes";
    }

    /** The form that is sent: a copy of ours, a record of others, or what was typed. */
    public String getKind() {
        return isBrief() ? "brief" : isOwn() ? "copy" : "record";
    }

    /** The number that Enter takes. */
    public String getProposed() {
        return proposed.map(CopyForm::barcode).orElse("");
    }

    public String getBarcodeHelp() {
        return getProposed().isEmpty() ? words.text("add.noNext") : words.text("add.next", getProposed());
    }

    /** What was typed where something is wrong with it; else nothing: a scanner must find the field empty. */
    public String getBarcode() {
        return isRefused() ? texts.get(Field.BARCODE.name()) : "";
    }

    public boolean isRefused() {
        return !problems.equals(Problems.NONE);
    }

    public String getCallNumber() {
        return texts.has(Field.CALL_NUMBER.name())
                ? texts.get(Field.CALL_NUMBER.name())
                : proposed.map(CopyForm::callNumber).orElse("");
    }

    public String getPrice() {
        return texts.get(Field.PRICE.name());
    }

    public List<Choice> getLocations() {
        return choices(copies.places().locations(), chosen(Field.LOCATION, CopyForm::location));
    }

    public List<Choice> getItemTypes() {
        return choices(copies.places().itemTypes(), chosen(Field.ITEM_TYPE, CopyForm::itemType));
    }

    /** As for the last book, else as the other copies of the title. */
    private String chosen(Field field, Function<CopyForm, String> of) {
        return texts.has(field.name())
                ? texts.get(field.name())
                : proposed.map(of).orElse("");
    }

    private List<Choice> choices(List<String> codes, String chosen) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", words.text("copy.none"), chosen.isEmpty()));
        codes.forEach(code -> all.add(new Choice(code, code, code.equalsIgnoreCase(chosen))));
        return all;
    }

    public String getBarcodeProblem() {
        return problem(Field.BARCODE);
    }

    public String getCallNumberProblem() {
        return problem(Field.CALL_NUMBER);
    }

    public String getPriceProblem() {
        return problem(Field.PRICE);
    }

    /** What stands against the rest; empty when nothing does. */
    public String getProblem() {
        if (problems.gone()) return words.text("add.gone");
        if (!problems.record().isEmpty())
            return problems.record().stream()
                    .map(problem -> problem.sentence(words.language().locale()))
                    .collect(Collectors.joining(" "));
        return Stream.of(Field.SITE, Field.LOCATION, Field.ITEM_TYPE)
                .map(this::problem)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String problem(Field field) {
        return problems.copy().stream()
                .filter(problem -> problem.field() == field)
                .findFirst()
                .map(problem -> words.text("copyProblem." + problem.kind(), problem.detail()))
                .orElse("");
    }

    public String getTitleProblem() {
        return problems.untitled() ? words.text("add.untitled") : "";
    }

    /** A field of the short form, as it was typed. */
    public String typed(String name) {
        return texts.get(name);
    }

    public List<Choice> getMaterials() {
        var chosen = texts.oneOf("material", Material.BOOK);
        return Arrays.stream(Material.values())
                .filter(material -> material != Material.OTHER)
                .map(material -> new Choice(material.name(), words.text("material." + material), material == chosen))
                .toList();
    }

    public List<Choice> getLanguages() {
        var locale = words.language().locale();
        var chosen = texts.has("language")
                ? texts.get("language")
                : locale.getLanguage().equals("es") ? "spa" : "eng";
        return marc.languages().stream()
                .sorted(Comparator.comparing((CodeMeaning code) -> !FIRST_LANGUAGES.contains(code.code()))
                        .thenComparing(code -> code.meaning().in(locale)))
                .map(code -> new Choice(
                        code.code(), code.meaning().in(locale), code.code().equals(chosen)))
                .toList();
    }

    public List<Choice> getAudiences() {
        var chosen = texts.get("audience");
        var all = new ArrayList<Choice>();
        all.add(new Choice("", words.text("recordForm.noAudience"), chosen.isBlank()));
        AUDIENCES.forEach(code -> all.add(new Choice(code, words.text("audienceCode." + code), code.equals(chosen))));
        return all;
    }

    /** What was done; empty when nothing was. */
    public String getDone() {
        var said = texts.get("done");
        if (!SAID.contains(said) || isRefused()) return "";
        var copy = added();
        if (copy.isPresent())
            return words.text(
                    "add.done." + said,
                    catalog.find(copy.get().bibId())
                            .map(record -> record.record().titles().main())
                            .orElse(""),
                    copy.get().form().barcode(),
                    copy.get().form().callNumber());
        return said.equals("title") || said.equals("copy") ? "" : words.text("add.undone." + said);
    }

    public boolean isDoneWell() {
        return !texts.get("done").equals("NOT_NOW");
    }

    private Optional<OpenCopy> added() {
        var said = texts.get("done");
        if (!said.equals("title") && !said.equals("copy")) return Optional.empty();
        return copies.find(FormTexts.number(texts.get("item")))
                .filter(copy -> reach.chosen(copy.form().site()).isPresent());
    }

    /** The copy that can be taken back; 0 for none. */
    public long getItem() {
        return isRefused() ? 0 : added().map(OpenCopy::id).orElse(0L);
    }

    public long getDoneBib() {
        return added().map(OpenCopy::bibId).orElse(0L);
    }

    /** What stays for the next book. */
    public String getLocation() {
        return texts.get(Field.LOCATION.name());
    }

    public String getItemType() {
        return texts.get(Field.ITEM_TYPE.name());
    }
}
