package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carrel.circulation.HoldState;
import org.carrel.circulation.MyAccount;
import org.carrel.circulation.MyAccount.MyFee;
import org.carrel.circulation.MyAccount.MyLoan;
import org.carrel.circulation.MyBooks;
import org.carrel.circulation.OpenHold;
import org.carrel.devices.Assignments;
import org.carrel.kiosk.web.MyActs.Owner;
import org.carrel.security.CardSignInResult;

/** kiosk/my.xhtml: card and PIN, and what their owner has, waits for and owes. */
@Named
@RequestScoped
public class KioskMyView {
    private static final Duration SHORT = Duration.ofSeconds(90);
    private static final Pattern RENEWED = Pattern.compile("renewed-([0-9]{1,4})-([0-9]{1,4})");

    @Inject
    HttpServletRequest request;

    @Inject
    MyBooks books;

    @Inject
    Assignments assignments;

    @Inject
    MyWords my;

    @Inject
    Words words;

    private Optional<MyAccount> account = Optional.empty();
    private final String requestId = UUID.randomUUID().toString();

    @PostConstruct
    void load() {
        account = owner().flatMap(known -> books.of(known.patron()));
    }

    private Optional<Owner> owner() {
        return request.getAttribute(MyActs.OWNER) instanceof Owner owner ? Optional.of(owner) : Optional.empty();
    }

    public boolean isKnown() {
        return account.isPresent();
    }

    /** Somebody is signed in, and no borrower goes by that name. */
    public boolean isNobody() {
        return request.getAttribute(OwnBooksServlet.NOBODY) != null;
    }

    public boolean isSignedIn() {
        return owner().filter(Owner::isSignedIn).isPresent();
    }

    /** {@code Hello Zoë K.} */
    public String getHello() {
        return owner().map(known -> words.text("my.hello", known.name())).orElse("");
    }

    /** To which the forms are sent. */
    public String getPath() {
        return owner().map(Owner::path).orElse(MyServlet.PATH);
    }

    public String getTicket() {
        return owner().map(Owner::ticket).orElse("");
    }

    /** One for the page: the same form sent twice is one act. */
    public String getRequestId() {
        return requestId;
    }

    /** A loan as a row. @param whyNot empty when it can be renewed */
    public record LoanRow(long id, String title, String due, boolean late, String whyNot) {
        public boolean isRenewable() {
            return whyNot.isEmpty();
        }
    }

    public List<LoanRow> getLoans() {
        return shown().loans().stream().map(this::row).toList();
    }

    private LoanRow row(MyLoan line) {
        return new LoanRow(
                line.loan().id(),
                line.item().title(),
                my.due(line.loan(), line.overdue()),
                line.overdue(),
                my.whyNot(line.against()));
    }

    /** More than one can be renewed at once. */
    public boolean isSeveral() {
        return shown().loans().stream().filter(MyLoan::renewable).count() > 1;
    }

    public String getLoanCount() {
        return words.text("my.loans", shown().loans().size());
    }

    /** A hold as a row. @param where it is picked up */
    public record HoldRow(long id, String title, String state, String where, boolean ready) {}

    public List<HoldRow> getHolds() {
        return shown().holds().stream().map(this::row).toList();
    }

    private HoldRow row(OpenHold hold) {
        var ready = hold.state() == HoldState.READY;
        return new HoldRow(hold.id(), hold.title(), my.hold(hold), hold.siteName(), ready);
    }

    /** What is owed for one thing. */
    public record FeeRow(String what, String title, String amount) {}

    public List<FeeRow> getFees() {
        return shown().fees().stream().map(this::row).toList();
    }

    private FeeRow row(MyFee fee) {
        return new FeeRow(words.text("my.fee." + fee.type()), fee.title(), my.money(fee.amount()));
    }

    public String getOwed() {
        return words.text("my.owed", my.money(shown().owed().total()));
    }

    private MyAccount shown() {
        return account.orElseThrow();
    }

    /** What came of the last press; empty at first. */
    public String getDone() {
        if (!(request.getAttribute(MyActs.DONE) instanceof String done)) return "";
        var renewed = RENEWED.matcher(done);
        if (renewed.matches()) return renewed(Integer.parseInt(renewed.group(1)), Integer.parseInt(renewed.group(2)));
        return switch (done) {
            case "hold-done" -> words.text("my.done.cancelled");
            case "hold-gone" -> words.text("my.done.gone");
            default -> "";
        };
    }

    private String renewed(int renewed, int refused) {
        if (renewed == 0) return words.text("my.done.nothing");
        var all = words.text("my.done.renewed", renewed);
        return refused == 0 ? all : all + " " + words.text("my.done.rest", refused);
    }

    /** Why the form is there again; empty when it is there for the first time. */
    public String getProblem() {
        if (request.getAttribute(MyServlet.AGAIN) != null) return words.text("my.again");
        var result = request.getAttribute(MyServlet.RESULT);
        if (result instanceof CardSignInResult.Refused) return words.text("my.wrong");
        if (!(result instanceof CardSignInResult.Wait wait)) return "";
        var left = wait.longest();
        if (left.compareTo(SHORT) < 0) return words.text("my.waitSeconds", Math.max(1, left.toSeconds()));
        return words.text("my.waitMinutes", left.plusSeconds(59).toMinutes());
    }

    /** What its owner has for the year. */
    public List<String> getAssigned() {
        if (!isKnown()) return List.of();
        return assignments.ofPatron(owner().orElseThrow().patron()).stream()
                .map(one -> one.model() + " · " + one.deviceName())
                .toList();
    }
}
