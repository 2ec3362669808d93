package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.circulation.ClaimResult;
import org.carrel.circulation.HoldLists;
import org.carrel.circulation.HoldState;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanState;
import org.carrel.circulation.Loans;
import org.carrel.circulation.LostThing;
import org.carrel.circulation.OpenHold;
import org.carrel.circulation.PatronSummary;
import org.carrel.devices.Agreements;
import org.carrel.devices.Assignments;
import org.carrel.devices.Handback;
import org.carrel.devices.LentAccessories;
import org.carrel.devices.LentAccessory;
import org.carrel.patrons.Patron;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/circulation-patron.xhtml: the part of the desk's page about who stands there. */
@Named
@RequestScoped
public class AtDeskView {
    @Inject
    HttpServletRequest request;

    @Inject
    Loans loans;

    @Inject
    SchoolReach reach;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    DueWords dues;

    @Inject
    ScanWords scans;

    @Inject
    FeeWords money;

    @Inject
    HoldLists holds;

    @Inject
    Assignments assignments;

    @Inject
    Agreements agreements;

    @Inject
    LentAccessories accessories;

    @Inject
    Clock clock;

    private Optional<PatronSummary> found = Optional.empty();
    private String site = "";

    /**
     * A loan as a row.
     *
     * @param due in words; empty for no due date
     * @param state what is wrong with it; empty when nothing is
     * @param mayClaim the borrower may say that it was returned, or never lent
     * @param settleAt where a lost or claimed thing is settled; empty for others
     */
    public record Row(
            long id,
            String title,
            String facts,
            String due,
            String state,
            boolean overdue,
            boolean mayRenew,
            boolean mayClaim,
            String settleAt) {}

    /** Before anything is shown. */
    public void check() throws IOException {
        var site = reach.chosen(FormTexts.of(request).get("site")).map(SchoolSite::code);
        var number = Numbered.importNumber(request).orElse(0);
        if (site.isPresent()) found = loans.summary(number, site.get(), caller.required());
        this.site = site.orElse("");
        if (found.isPresent()) return;
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(404, "");
        faces.responseComplete();
    }

    private PatronSummary summary() {
        return found.orElseThrow();
    }

    private Patron patron() {
        return summary().patron();
    }

    public long getId() {
        return patron().id();
    }

    /** Code of the desk's site. */
    public String getSite() {
        return site;
    }

    public String getName() {
        return patron().spokenName();
    }

    public String getInitials() {
        return Stream.of(patron().spokenName().split("[\\s-]+"))
                .filter(part -> !part.isEmpty() && Character.isLetter(part.codePointAt(0)))
                .limit(2)
                .map(part -> Character.toString(Character.toUpperCase(part.codePointAt(0))))
                .collect(Collectors.joining());
    }

    public String getAbout() {
        return new PersonWords(words, Map.of()).about(patron());
    }

    public String getNote() {
        return patron().note();
    }

    /** How many things of how many. */
    public String getCount() {
        var count = summary().loans().size();
        return summary().limit().isPresent()
                ? words.text("desk.countOf", count, summary().limit().getAsInt())
                : words.text("desk.count", count);
    }

    public String getOverdue() {
        var overdue = summary().overdue();
        return overdue == 0 ? "" : words.text("desk.overdue", overdue);
    }

    /** What is owed; empty when nothing is. */
    public String getOwed() {
        var owed = summary().owed().total();
        return owed.isZero() ? "" : words.text("deskRemark.OWES", money.money(owed));
    }

    /** How often this person has said that something was returned, or never lent; empty for never. */
    public String getClaims() {
        var claims = summary().claims();
        if (claims == 0) return "";
        return words.text(isManyClaims() ? "desk.manyClaims" : "desk.claims", claims);
    }

    /** So often that somebody should talk with them (rule X5). */
    public boolean isManyClaims() {
        return summary().claims() >= ClaimResult.MANY;
    }

    public boolean isMayTakePayments() {
        return caller.may(Operation.TAKE_PAYMENTS);
    }

    /** What the person has for the year, by name. */
    public List<String> getAssigned() {
        if (!isTitlesShown()) return List.of();
        return assignments.ofPatron(patron().id()).stream()
                .map(one -> one.deviceName() + " · " + one.model())
                .toList();
    }

    /** Devices that the person has to hand back after declining an agreement, by name. */
    public List<String> getHandbacks() {
        return agreements.handbacks(caller.required()).stream()
                .filter(one -> one.patron() == patron().id())
                .map(Handback::deviceName)
                .toList();
    }

    /** Accessories that the person owes, by name. */
    public List<String> getOwedAccessories() {
        return accessories.owedBy(patron().id()).stream()
                .map(LentAccessory::shownName)
                .toList();
    }

    /** Titles of holds that are on the hold shelf. */
    public List<String> getReady() {
        if (!isTitlesShown()) return List.of();
        return holds.ofPatron(patron().id()).stream()
                .filter(hold -> hold.state() == HoldState.READY)
                .map(OpenHold::title)
                .toList();
    }

    public List<String> getBlocks() {
        return summary().blocks().stream().map(scans::text).toList();
    }

    /** Titles are shown to those whose role has it. */
    public boolean isTitlesShown() {
        return caller.may(Operation.SEE_TITLES_OF_PERSON);
    }

    public List<Row> getRows() {
        if (!isTitlesShown()) return List.of();
        return summary().loans().stream().map(this::row).toList();
    }

    private Row row(PatronSummary.Line line) {
        var loan = line.loan();
        var facts = Stream.of(line.item().barcode(), line.item().callNumber().text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Row(
                loan.id(),
                line.item().title(),
                facts,
                dues.due(loan),
                state(loan, line.overdue()),
                line.overdue(),
                loan.state() == LoanState.OUT && loan.due().isPresent(),
                loan.state() != LoanState.CLAIMED_RETURNED,
                settleAt(loan));
    }

    private static String settleAt(Loan loan) {
        return switch (loan.state()) {
            case OUT -> "";
            case LOST -> "/desk/lost?kind=" + LostThing.Kind.LOST;
            case CLAIMED_RETURNED -> "/desk/lost?kind=" + LostThing.Kind.CLAIMED;
        };
    }

    private String state(Loan loan, boolean overdue) {
        return switch (loan.state()) {
            case LOST, CLAIMED_RETURNED -> words.text("loanState." + loan.state());
            case OUT -> {
                var today = clock.instant().atZone(loan.zone()).toLocalDate();
                var days = ChronoUnit.DAYS.between(loan.dueOn().orElse(today), today);
                if (!overdue) yield "";
                yield days > 0 ? words.text("desk.daysLate", days) : words.text("desk.hoursLate");
            }
        };
    }
}
