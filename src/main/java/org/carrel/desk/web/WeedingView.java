package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.school.SchoolSite;
import org.carrel.shelfwork.Weeding;
import org.carrel.shelfwork.WeedingCopy;
import org.carrel.shelfwork.WeedingRow;
import org.carrel.shelfwork.WeedingRule;
import org.carrel.shelfwork.WithdrawPlan;

/** desk/weeding.xhtml, and the same as CSV: copies that rules name, and what is decided about them. */
@Named
@RequestScoped
public class WeedingView {
    static final String PAGE = "/desk/weeding";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.weedingProblem";
    /** Request attribute: what withdrawing would do, or has done. */
    static final String PLAN = "org.carrel.desk.weedingPlan";

    private static final int PAGE_SIZE = 100;
    private static final int BATCHES = 5;

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    Weeding weeding;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private List<WeedingRule> rules = List.of();
    private List<WeedingRow> found = List.of();
    private List<WeedingCopy> kept = List.of();
    private int page = 1;

    @PostConstruct
    void load() {
        site = reach.chosen(typed("site"));
        if (site.isEmpty()) return;
        rules = weeding.rules();
        var list = weeding.list(site.get());
        var only = FormTexts.integer(typed("rule"));
        found = list.rows().stream()
                .filter(row -> only <= 0 || row.rules().stream().anyMatch(rule -> rule.id() == only))
                .toList();
        kept = list.kept();
        page = Math.min(Pages.asked(request), pages());
    }

    private int pages() {
        return Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !typed("site").isEmpty()) Pages.notFound();
    }

    private String typed(String name) {
        return FormTexts.of(request).get(name);
    }

    boolean isKnown() {
        return site.isPresent();
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public List<Link> getSites() {
        return reach.links(PAGE, getCode());
    }

    public String getRule() {
        return typed("rule");
    }

    public List<Choice> getRules() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words.text("weeding.anyRule"), false));
        rules.stream()
                .filter(WeedingRule::active)
                .forEach(rule -> choices.add(new Choice(
                        String.valueOf(rule.id()), rule.name(), getRule().equals(String.valueOf(rule.id())))));
        return choices;
    }

    public String getTotal() {
        return words.text("weeding.total", found.size());
    }

    /** A copy. @param why the rules that name it */
    public record Row(
            long id,
            long bib,
            String call,
            String location,
            String title,
            String barcode,
            String year,
            String uses,
            String lastUse,
            String seen,
            String condition,
            String why) {}

    public List<Row> getRows() {
        var from = (page - 1) * PAGE_SIZE;
        return found.subList(from, Math.min(found.size(), from + PAGE_SIZE)).stream()
                .map(row -> row(row.copy(), why(row)))
                .toList();
    }

    private static String why(WeedingRow row) {
        return row.rules().stream().map(WeedingRule::name).collect(Collectors.joining(" · "));
    }

    private Row row(WeedingCopy one, String why) {
        var copy = one.copy();
        return new Row(
                copy.id(),
                copy.bib(),
                copy.callNumber(),
                copy.locationName(),
                copy.title(),
                copy.barcode(),
                year(one.year()),
                words.number(one.uses()),
                one.lastUse().map(this::month).orElseGet(() -> words.text("weeding.never")),
                one.lastSeen().map(this::month).orElse(""),
                words.text("itemCondition." + copy.condition()),
                why);
    }

    private static String year(OptionalInt year) {
        return year.isPresent() ? String.valueOf(year.getAsInt()) : "";
    }

    /** Only the month: a day would say more of who was there. */
    private String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("LLL yyyy", words.language().locale())
                .format(YearMonth.from(day));
    }

    /** What somebody has decided to keep. @param why until when, and the reason */
    public List<Row> getKept() {
        return kept.stream()
                .map(one -> row(
                        one,
                        words.text(
                                "weeding.keptUntil",
                                String.valueOf(one.keptUntil().orElse(0)),
                                one.keptBecause())))
                .toList();
    }

    public String getKeptTitle() {
        return words.text("weeding.kept", kept.size());
    }

    public int getUntil() {
        return site.map(one -> weeding.today(one).getYear() + 1).orElse(0);
    }

    public String getReason() {
        return typed("reason");
    }

    public Pages getPages() {
        var path = new StringBuilder(PAGE).append("?site=").append(FormTexts.encoded(getCode()));
        InventoryAddress.add(path, "rule", getRule());
        return new Pages(path.toString(), page, pages());
    }

    public String getPosition() {
        return words.text("pager.position", page, pages());
    }

    public String getCsv() {
        var path = new StringBuilder(PAGE).append(".csv?site=").append(FormTexts.encoded(getCode()));
        InventoryAddress.add(path, "rule", getRule());
        return path.toString();
    }

    /** What was withdrawn together. @param undoable whether it can be brought back */
    public record Batch(long id, String what, boolean undoable) {}

    public List<Batch> getBatches() {
        return site.map(one -> weeding.batches(one, BATCHES)).orElse(List.of()).stream()
                .map(batch -> new Batch(
                        batch.id(),
                        words.text(
                                batch.undone() ? "weeding.batchUndone" : "weeding.batch",
                                words.time(batch.at()),
                                batch.copies(),
                                batch.by()),
                        !batch.undone()))
                .toList();
    }

    /** A copy that is to go. @param refusal why it stays; empty when it can go */
    public record Going(long id, String call, String title, String barcode, String refusal) {}

    private Optional<WithdrawPlan> plan() {
        return request.getAttribute(PLAN) instanceof WithdrawPlan plan ? Optional.of(plan) : Optional.empty();
    }

    public boolean isPlanned() {
        return plan().isPresent();
    }

    public List<Going> getGoing() {
        return plan().map(WithdrawPlan::rows).orElse(List.of()).stream()
                .map(row -> new Going(
                        row.copy().id(),
                        row.copy().callNumber(),
                        row.copy().title(),
                        row.copy().barcode(),
                        row.refusal()
                                .map(why -> words.text("withdrawRefusal." + why))
                                .orElse("")))
                .toList();
    }

    public int getPossible() {
        return plan().map(WithdrawPlan::possible).orElse(0);
    }

    public String getPlanTitle() {
        var plan = plan().orElseThrow();
        return words.text("weeding.plan", plan.possible(), plan.rows().size() - plan.possible());
    }

    public String getWithdraw() {
        return words.text("weeding.withdraw", getPossible());
    }

    public String getProblem() {
        return request.getAttribute(PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        var done = typed("done");
        if (!List.of("kept", "forgotten", "mended", "withdrawn", "undone").contains(done)) return "";
        return words.text("weeding.done." + done, Math.max(0, FormTexts.integer(typed("count"))));
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    List<String> headings() {
        return List.of(
                words.text("shelf.call"),
                words.text("shelf.location"),
                words.text("shelf.book"),
                words.text("sessionBooks.barcode"),
                words.text("weeding.year"),
                words.text("weeding.uses"),
                words.text("weeding.lastUse"),
                words.text("weeding.seen"),
                words.text("weeding.condition"),
                words.text("weeding.why"));
    }

    /** All of the list. */
    List<List<String>> cells() {
        return found.stream()
                .map(one -> row(one.copy(), why(one)))
                .map(row -> List.of(
                        row.call(),
                        row.location(),
                        row.title(),
                        row.barcode(),
                        row.year(),
                        row.uses(),
                        row.lastUse(),
                        row.seen(),
                        row.condition(),
                        row.why()))
                .toList();
    }
}
