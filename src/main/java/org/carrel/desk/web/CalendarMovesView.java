package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carrel.circulation.CalendarMoves;
import org.carrel.circulation.CalendarMoves.Change;
import org.carrel.circulation.CalendarMoves.Moved;
import org.carrel.circulation.CalendarMoves.Plan;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.desk.web.SchoolView.TextField;
import org.carrel.school.SchoolSite;

/** desk/calendar-moves.xhtml: what a closure means for what is lent; looked at, done, taken back. */
@Named
@RequestScoped
public class CalendarMovesView {
    static final String PAGE = "/desk/calendar-moves";
    private static final int LAST = 5;

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    CalendarMoves moves;

    @Inject
    FeeWords money;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<SchoolSite> site = Optional.empty();
    private Optional<Change> change = Optional.empty();
    private Optional<Plan> plan = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        change = site.flatMap(known -> change(known.code(), texts));
        if (getDone().isEmpty()) plan = change.map(moves::plan);
    }

    /** The days of an address or a form; empty when they are none. */
    static Optional<Change> change(String site, FormTexts texts) {
        var first = day(texts.get("first"));
        var last = texts.get("last").isBlank() ? first : day(texts.get("last"));
        if (first.isEmpty() || last.isEmpty()) return Optional.empty();
        return Change.of(site, first.get(), last.get(), !texts.get("change").equals("opened"));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Where one looks at it. */
    static String address(Change change) {
        return PAGE + "?site=" + URLEncoder.encode(change.site(), StandardCharsets.UTF_8) + "&first=" + change.first()
                + "&last=" + change.last() + "&change=" + (change.closed() ? "closed" : "opened");
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !texts.get("site").isEmpty()) Pages.notFound();
    }

    public List<Link> getSites() {
        return reach.links(PAGE, getCode());
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public String getWhere() {
        return site.map(SchoolSite::name).orElse("");
    }

    public boolean isKnown() {
        return site.isPresent();
    }

    public String getDone() {
        return switch (texts.get("done")) {
            case "moved" -> moved("calendarMoves.moved");
            case "undone" -> moved("calendarMoves.undone");
            default -> "";
        };
    }

    private String moved(String key) {
        return moves.find(FormTexts.number(texts.get("move")))
                .map(done -> words.text(key, done.loans(), done.shelf(), done.fines()))
                .orElse("");
    }

    /** What is wrong with the days that were typed. */
    public String getProblem() {
        var isTyped = !texts.get("first").isBlank() || !texts.get("last").isBlank();
        return isTyped && change.isEmpty() ? words.text("calendarMoves.wrongDays") : "";
    }

    public List<TextField> getFields() {
        return List.of(
                new TextField("first", "first", words.text("calendarMoves.first"), texts.get("first"), getProblem()),
                new TextField("last", "last", words.text("calendar.lastIfMore"), texts.get("last"), ""));
    }

    public boolean isOpened() {
        return texts.get("change").equals("opened");
    }

    public boolean isLooked() {
        return plan.isPresent();
    }

    public boolean isNothing() {
        return plan.filter(Plan::isEmpty).isPresent();
    }

    /** Of the change, as a heading. */
    public String getHeading() {
        return change.map(this::title).orElse("");
    }

    private String title(Change one) {
        var days = new CalendarWords(words).days(one.first(), one.last());
        return words.text(one.closed() ? "calendarMoves.closed" : "calendarMoves.opened", days);
    }

    public List<String> getSums() {
        var sums = new ArrayList<String>();
        plan.ifPresent(what -> {
            if (what.loans() > 0) sums.add(words.text("calendarMoves.loans", what.loans()));
            if (what.shelf() > 0) sums.add(words.text("calendarMoves.shelf", what.shelf()));
            if (what.fines() > 0) sums.add(words.text("calendarMoves.fines", what.fines(), money.money(what.voided())));
        });
        return sums;
    }

    /** A row of due dates. */
    public record Row(String from, String to, String loans) {}

    public List<Row> getDays() {
        var says = new CalendarWords(words);
        return plan.stream()
                .flatMap(what -> what.days().stream())
                .map(row -> new Row(
                        says.days(row.from(), row.from()), says.days(row.to(), row.to()), words.number(row.loans())))
                .toList();
    }

    /** A copy that is out. */
    public record Copy(String title, String barcode, String move) {}

    public List<Copy> getExamples() {
        var says = new CalendarWords(words);
        return plan.stream()
                .flatMap(what -> what.examples().stream())
                .map(one -> new Copy(
                        one.title(),
                        one.barcode(),
                        says.days(one.from(), one.from()) + " → " + says.days(one.to(), one.to())))
                .toList();
    }

    /** What the form sends. */
    public String getFirst() {
        return change.map(one -> one.first().toString()).orElse("");
    }

    public String getLast() {
        return change.map(one -> one.last().toString()).orElse("");
    }

    public String getKind() {
        return isOpened() ? "opened" : "closed";
    }

    public String getRequestId() {
        return UUID.randomUUID().toString();
    }

    /** Something that was done. @param undone it was taken back */
    public record Past(long id, String what, String sums, boolean undone) {}

    public List<Past> getPast() {
        return site.stream()
                .flatMap(known -> moves.last(known.code(), LAST).stream())
                .map(this::past)
                .toList();
    }

    private Past past(Moved one) {
        var key = one.undone() ? "calendarMoves.undone" : "calendarMoves.moved";
        return new Past(
                one.id(), title(one.change()), words.text(key, one.loans(), one.shelf(), one.fines()), one.undone());
    }
}
