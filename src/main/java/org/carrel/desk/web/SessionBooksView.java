package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.scheduling.SessionFacts;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.sessions.BookList;
import org.carrel.sessions.PullAnswer;
import org.carrel.sessions.PulledCopy;
import org.carrel.sessions.SessionBooks;
import org.carrel.sessions.SessionBooks.Proposed;

/** desk/session-books.xhtml: the books of a class session, for who pulls them and for the teacher who wants them. */
@Named
@RequestScoped
public class SessionBooksView {
    private static final int USUAL = 12;

    @Inject
    HttpServletRequest request;

    @Inject
    SessionBooks books;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    SessionWords sessions;

    private Optional<BookList> list = Optional.empty();
    private FormTexts texts = new FormTexts(Map.of());

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        list = books.of(Numbered.importNumber(request).orElse(0));
    }

    /** Answers 404 where there is no such session. */
    public void check() throws IOException {
        if (list.isEmpty()) Pages.notFound();
    }

    private BookList known() {
        return list.orElseThrow();
    }

    public long getId() {
        return known().session().id();
    }

    private boolean isMayPrepare() {
        return isMayPull()
                && caller.required()
                        .may(
                                Operation.LEND_DEVICES,
                                Owner.site(known().session().site()));
    }

    /** Who prepares comes from there, whose session it is from the session; empty for who only pulls books. */
    public String getBackPath() {
        if (isMayPrepare())
            return "/desk/preparation?site="
                    + FormTexts.encoded(known().session().site()) + "#session-" + getId();
        var session = known().session();
        var owner = new Owner(Optional.of(session.site()), session.teacher().account());
        return caller.required().may(Operation.SEE_SESSION, owner) ? SessionServlet.PAGE + getId() : "";
    }

    public String getBackText() {
        return words.text(isMayPrepare() ? "preparation.title" : "sessionBooks.session");
    }

    /** Where its forms go: who pulls has another address than whose session it is. */
    public String getBase() {
        return (isMayPull() ? "/desk/session-books/" : "/desk/session-list/") + getId();
    }

    /** Whether who looks stands at the desk of this school. */
    public boolean isMayPull() {
        return caller.required()
                .may(Operation.CIRCULATE, Owner.site(known().session().site()));
    }

    public String getAbout() {
        return sessions.of(known().session());
    }

    public boolean isOver() {
        return known().over();
    }

    public boolean isOff() {
        return !known().session().state().isLive();
    }

    public String getProblem() {
        return request.getAttribute(SessionBooksServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        if (!getProblem().isEmpty()) return "";
        return switch (texts.get("done")) {
            case "saved" -> words.text("sessionBooks.saved");
            case "off" -> words.text("pullAnswer.PUT_BACK", "", "");
            case "closed" -> words.text("sessionBooks.closed", known().missing().size());
            default ->
                List.of(PullAnswer.Act.PULLED, PullAnswer.Act.PUT_BACK, PullAnswer.Act.ALREADY).stream()
                        .filter(act -> act.name().equals(texts.get("done")))
                        .findFirst()
                        .map(act -> words.text("pullAnswer." + act, texts.get("title"), ""))
                        .orElse("");
        };
    }

    /** @param count so many of so many are on the cart @param few fewer are here than are wanted */
    public record Row(long bib, String title, String place, int copies, String count, boolean done, boolean few) {}

    public List<Row> getWanted() {
        return known().wanted().stream()
                .map(one -> new Row(
                        one.bib(),
                        one.title(),
                        one.place(),
                        one.copies(),
                        words.text("sessionBooks.of", one.pulled(), one.copies(), one.free()),
                        one.pulled() >= one.copies(),
                        one.pulled() + one.free() < one.copies()))
                .toList();
    }

    /** @param state in words: lent out of the cart, put back */
    public record Copy(long item, String title, String barcode, String callNumber, String state) {}

    public List<Copy> getOnCart() {
        return known().onCart().stream().map(this::copy).toList();
    }

    public List<Copy> getMissing() {
        return known().missing().stream().map(this::copy).toList();
    }

    /** Copies that stand on the cart and have to go back, after a session that is over or off. */
    public String getToPutBack() {
        var freed = known().pulled().stream()
                .filter(row -> row.end().filter(PulledCopy.End.FREED::equals).isPresent())
                .count();
        var left = known().onCart().stream().filter(row -> !row.onLoan()).count();
        return left + freed == 0 ? "" : words.text("sessionBooks.toPutBack", left + freed);
    }

    private Copy copy(PulledCopy.Row row) {
        return new Copy(
                row.item(),
                row.title(),
                row.barcode(),
                row.callNumber(),
                row.onLoan() ? words.text("sessionBooks.lent") : "");
    }

    public String getTopic() {
        return texts.has("topic") ? texts.get("topic") : about().topic();
    }

    private SessionFacts about() {
        return known().session().about();
    }

    public String getNumber() {
        if (texts.has("number")) return texts.get("number");
        return String.valueOf(about().books() > 0 ? about().books() : USUAL);
    }

    public String getGrade() {
        return about().grade().isEmpty() ? "" : words.text("sessionBooks.grade", about().grade());
    }

    public record Proposal(long bib, String title, String author, String languages, int copies, String free) {}

    /** Whether something was looked for. */
    public boolean isAsked() {
        return texts.has("topic") && !getTopic().isBlank();
    }

    public List<Proposal> getProposals() {
        if (!isAsked()) return List.of();
        var number = Math.clamp(FormTexts.integer(getNumber()), 1, SessionFacts.MOST_BOOKS);
        return books.propose(getId(), getTopic(), number).stream()
                .map(this::proposal)
                .toList();
    }

    private Proposal proposal(Proposed one) {
        var locale = words.language().locale();
        var languages = one.languages().stream()
                .filter(code -> code.equals("spa") || code.equals("eng"))
                .map(code ->
                        Locale.forLanguageTag(code.equals("spa") ? "es" : "en").getDisplayLanguage(locale))
                .toList();
        return new Proposal(
                one.bib(),
                one.title(),
                one.author(),
                String.join(", ", languages),
                one.copies(),
                words.text("sessionBooks.free", one.free()));
    }

    /** What the class is there for; empty for nothing that is known. */
    public String getPurpose() {
        return about().purpose();
    }
}
