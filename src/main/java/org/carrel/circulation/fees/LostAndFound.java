package org.carrel.circulation.fees;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.ChargeLine;
import org.carrel.circulation.ChargeReason;
import org.carrel.circulation.ChargeType;
import org.carrel.circulation.ChargeWhy;
import org.carrel.circulation.ClaimEnd;
import org.carrel.circulation.ClaimKind;
import org.carrel.circulation.ClaimResult;
import org.carrel.circulation.DamageEnd;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.EntryKind;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanEnd;
import org.carrel.circulation.LoanState;
import org.carrel.circulation.LossResult;
import org.carrel.circulation.LossTerms;
import org.carrel.circulation.Money;
import org.carrel.circulation.TurnedUp;
import org.carrel.circulation.TurnedUp.FoundLoan;
import org.carrel.circulation.fees.FeeLedger.Debtor;
import org.carrel.circulation.rules.Ledger;
import org.carrel.circulation.store.ChargeStore;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.LossStore;
import org.carrel.circulation.store.LossStore.Claim;
import org.carrel.platform.Door;

/**
 * What is lost, claimed, damaged or found: loan, item and money change together (rules X1 to X7). Every method joins the
 * transaction of who calls, which has locked the patron and then the item.
 */
@Door
public class LostAndFound {
    private final ItemsAtDesk items;
    private final FeeLedger ledger;
    private final LoanStore loans = new LoanStore();
    private final LossStore losses = new LossStore();
    private final ChargeStore charges = new ChargeStore();

    @Inject
    public LostAndFound(ItemsAtDesk items, FeeLedger ledger) {
        this.items = items;
        this.ledger = ledger;
    }

    /**
     * The borrower has lost it, or it is overdue for so long that the rule takes it for lost (X1, X4). The loan stays open.
     *
     * @param aged days overdue where a job does it; empty: somebody says so
     */
    public LossResult markLost(
            Connection connection, long loan, ChargeClass group, LossTerms terms, Optional<Long> aged, DeskAct act)
            throws SQLException {
        var known = loans.lock(connection, loan).filter(Loan::isOpen);
        if (known.isEmpty()) return new LossResult.Over();
        if (known.get().state() == LoanState.LOST) return new LossResult.AlreadyLost();
        change(connection, known.get().item(), ItemCondition.LOST, act);
        losses.setState(connection, loan, LoanState.LOST, act.at());
        losses.lost(connection, loan, terms, act.at());
        loans.add(connection, LoanStore.Event.plain(loan, "lost", act.account()), act.at());
        var debtor = new Debtor(known.get().patron().orElseThrow(), OptionalLong.of(loan), group);
        ledger.charge(connection, debtor, ChargeType.LOST, terms.price(), why(terms, aged), "", act);
        var processing = List.of(ChargeReason.of(ChargeWhy.PROCESSING));
        ledger.charge(connection, debtor, ChargeType.PROCESSING, terms.processing(), processing, "", act);
        ledger.overdue(connection, debtor, terms.overdueNow(), terms.overdueWhy(), act);
        return new LossResult.MarkedLost(terms.price(), terms.processing(), terms.overdueNow());
    }

    private static List<ChargeReason> why(LossTerms terms, Optional<Long> aged) {
        var price = ChargeReason.of(terms.isPriceKnown() ? ChargeWhy.ITEM_PRICE : ChargeWhy.TYPE_PRICE);
        return aged.map(days -> List.of(price, ChargeReason.of(ChargeWhy.AGED, days.toString())))
                .orElse(List.of(price));
    }

    /** The borrower says that it was returned (X5): nothing accrues from now on. What is lost stays lost (B57). */
    public ClaimResult claimReturned(Connection connection, long loan, String saidBy, DeskAct act) throws SQLException {
        var known = loans.lock(connection, loan).filter(Loan::isOpen);
        if (known.isEmpty()) return new ClaimResult.Over();
        var before = losses.openClaim(connection, loan);
        if (before.isPresent())
            return new ClaimResult.AlreadyClaimed(before.get().at());
        var lost = known.get().state() == LoanState.LOST;
        if (!lost) losses.setState(connection, loan, LoanState.CLAIMED_RETURNED, act.at());
        return claimed(connection, known.get(), ClaimKind.RETURNED, saidBy, lost, act);
    }

    /** The borrower says that it was never lent to them (X5): the loan is over, and what is known of it stays until settled. */
    public ClaimResult claimNeverHad(Connection connection, long loan, String saidBy, DeskAct act) throws SQLException {
        var known = loans.lock(connection, loan).filter(Loan::isOpen);
        if (known.isEmpty()) return new ClaimResult.Over();
        var before = losses.openClaim(connection, loan);
        if (before.isPresent())
            return new ClaimResult.AlreadyClaimed(before.get().at());
        var lost = known.get().state() == LoanState.LOST;
        losses.end(connection, loan, LoanEnd.NEVER_HAD, act.at(), act.at());
        if (!lost) change(connection, known.get().item(), ItemCondition.MISSING, act);
        return claimed(connection, known.get(), ClaimKind.NEVER_HAD, saidBy, lost, act);
    }

    private ClaimResult claimed(
            Connection connection, Loan loan, ClaimKind kind, String saidBy, boolean lost, DeskAct act)
            throws SQLException {
        var patron = loan.patron().orElseThrow();
        losses.claim(connection, loan.id(), patron, kind, saidBy, act);
        var event = kind == ClaimKind.RETURNED ? "claimed_returned" : "claimed_never_had";
        loans.add(connection, LoanStore.Event.plain(loan.id(), event, act.account()), act.at());
        return new ClaimResult.Claimed(losses.claims(connection, patron, kind), lost);
    }

    /** Until when lateness counts: it stops when something is lost or claimed. Empty while it goes on. */
    public Optional<Instant> accruesUntil(Connection connection, long loan) throws SQLException {
        return losses.stateSince(connection, loan);
    }

    /**
     * A copy was scanned that was missing, lost, or claimed to be back: by a check-in before the loan is ended, or by a
     * check-out to somebody else (X3, X5, X7). What was owed for the loss goes by what was promised, the claim is settled, and
     * the copy is good again. The open loan itself is ended by who calls.
     *
     * @param how {@code CHECKED_IN} or {@code LENT_AGAIN}, for a claim
     */
    public TurnedUp turnedUp(Connection connection, long item, ClaimEnd how, DeskAct act) throws SQLException {
        var copy = items.find(connection, item);
        if (copy.isEmpty()) return TurnedUp.NOTHING;
        var gone = copy.get().condition();
        var loan = loan(connection, item).filter(known -> isAway(known, gone));
        if (loan.isPresent()) loans.lock(connection, loan.get().id());
        var found = loan.isEmpty()
                ? Optional.<FoundLoan>empty()
                : Optional.of(found(connection, loan.get(), gone == ItemCondition.LOST, how, act));
        if (gone == ItemCondition.LOST || gone == ItemCondition.MISSING) {
            change(connection, item, ItemCondition.GOOD, act);
        }
        if (gone == ItemCondition.LOST) {
            losses.damaged(connection, item, OptionalLong.empty(), OptionalLong.empty(), true, "", act);
        }
        return new TurnedUp(gone == ItemCondition.MISSING && found.isEmpty(), found);
    }

    /** The open loan, else the last one when it ended without the thing coming back. */
    private Optional<Loan> loan(Connection connection, long item) throws SQLException {
        var open = loans.findOpenOfItem(connection, item);
        if (open.isPresent()) return open;
        var last = losses.findGone(connection, item);
        return last.isEmpty() ? Optional.empty() : loans.find(connection, last.get());
    }

    private static boolean isAway(Loan loan, ItemCondition condition) {
        if (loan.isOpen()) return loan.state() != LoanState.OUT;
        return condition == ItemCondition.LOST || condition == ItemCondition.MISSING;
    }

    private FoundLoan found(Connection connection, Loan loan, boolean lost, ClaimEnd how, DeskAct act)
            throws SQLException {
        var claim = losses.openClaim(connection, loan.id());
        if (claim.isPresent()) losses.resolve(connection, claim.get().id(), how, act);
        loans.add(connection, LoanStore.Event.plain(loan.id(), "found", act.account()), act.at());
        var result = money(connection, loan, lost, claim, act);
        if (!loan.isOpen()) ledger.settle(connection, List.of(loan.id()), act);
        return result;
    }

    private FoundLoan money(Connection connection, Loan loan, boolean lost, Optional<Claim> claim, DeskAct act)
            throws SQLException {
        var said = claim.map(known -> new TurnedUp.Claim(known.kind(), known.at(), known.saidBy()));
        var promised = losses.findLost(connection, loan.id()).filter(known -> !known.found());
        if (promised.isEmpty()) {
            return new FoundLoan(loan.id(), lost, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, said);
        }
        var lines = charges.ofLoan(connection, loan.id());
        var postings = Ledger.found(lines, promised.get().terms(), act.at());
        var patron = loan.patron().orElseThrow();
        ledger.post(connection, patron, EntryKind.CANCELLATION, Optional.empty(), postings, "", act);
        losses.found(connection, loan.id(), Optional.of(act.at()));
        var overdue = promised.get().overdue();
        if (!overdue.isZero()) overdue(connection, loan, lines, promised.get(), act);
        var after = charges.ofLoan(connection, loan.id());
        var cancelled = Money.sum(postings.stream().map(Ledger.Posting::amount).toList());
        var credit = Money.sum(after.stream().map(ChargeLine::credit).toList());
        var kept = Money.sum(after.stream()
                .filter(line -> line.type().isForLoss())
                .map(ChargeLine::kept)
                .toList());
        return new FoundLoan(loan.id(), lost, cancelled, kept.beyond(credit), credit, overdue, said);
    }

    private void overdue(Connection connection, Loan loan, List<ChargeLine> lines, LossStore.Lost promised, DeskAct act)
            throws SQLException {
        var group = lines.stream().map(ChargeLine::group).findFirst().orElse(ChargeClass.LIBRARY);
        var debtor = new Debtor(loan.patron().orElseThrow(), OptionalLong.of(loan.id()), group);
        var why = new ArrayList<>(promised.why());
        why.add(ChargeReason.of(ChargeWhy.FOUND_LATE));
        ledger.overdue(connection, debtor, promised.overdue(), why, act);
    }

    /**
     * A claim is settled without a scan at the desk: the copy was found, or it is given up. False when it was settled before.
     *
     * @param how {@code FOUND_ON_SHELF}, {@code FOUND_ELSEWHERE} or {@code WRITTEN_OFF}; who pays, pays as for a lost thing
     * @param reason why it is given up
     */
    public boolean resolveClaim(Connection connection, long claim, ClaimEnd how, String reason, DeskAct act)
            throws SQLException {
        var known = losses.findClaim(connection, claim).filter(Claim::open);
        if (known.isEmpty()) return false;
        var loan = loans.lock(connection, known.get().loan()).orElseThrow();
        if (how == ClaimEnd.WRITTEN_OFF) {
            writeOff(connection, loan, reason, act);
        } else {
            turnedUp(connection, loan.item(), how, act);
            if (loan.isOpen()) {
                // Whoever said that it was back was right: it is late by no more than that.
                losses.end(connection, loan.id(), LoanEnd.RETURNED, known.get().at(), act.at());
                loans.add(connection, LoanStore.Event.plain(loan.id(), "returned", act.account()), act.at());
            }
        }
        losses.resolve(connection, claim, how, act);
        ledger.settle(connection, List.of(loan.id()), act);
        return true;
    }

    /** Nobody looks for a lost thing any more, and what is owed for it is given up. False when the loan is over. */
    public boolean writeOff(Connection connection, long loan, String reason, DeskAct act) throws SQLException {
        var known = loans.lock(connection, loan).filter(each -> each.isOpen() && each.state() == LoanState.LOST);
        if (known.isEmpty()) return false;
        writeOff(connection, known.get(), reason, act);
        var claim = losses.openClaim(connection, loan);
        if (claim.isPresent()) losses.resolve(connection, claim.get().id(), ClaimEnd.WRITTEN_OFF, act);
        ledger.settle(connection, List.of(loan), act);
        return true;
    }

    private void writeOff(Connection connection, Loan loan, String reason, DeskAct act) throws SQLException {
        change(connection, loan.item(), ItemCondition.LOST, act);
        var lines = charges.ofLoan(connection, loan.id());
        var open = Ledger.settle(lines, EntryKind.WRITE_OFF, Optional.empty(), Set.of());
        if (open instanceof Ledger.Settlement.Entries entries) {
            ledger.post(
                    connection,
                    loan.patron().orElseThrow(),
                    EntryKind.WRITE_OFF,
                    Optional.empty(),
                    entries.entries(),
                    reason,
                    act);
        }
        if (loan.isOpen()) losses.end(connection, loan.id(), LoanEnd.WRITTEN_OFF, act.at(), act.at());
        loans.add(connection, LoanStore.Event.plain(loan.id(), "written_off", act.account()), act.at());
    }

    /**
     * It came back damaged (X6). The loan is ended by who calls; who had it is known until the damage is settled. The number of
     * the report.
     */
    public long damaged(Connection connection, long item, Optional<Loan> had, String note, DeskAct act)
            throws SQLException {
        change(connection, item, ItemCondition.DAMAGED, act);
        var patron = had.map(Loan::patron).orElse(OptionalLong.empty());
        var loan = had.map(known -> OptionalLong.of(known.id())).orElse(OptionalLong.empty());
        return losses.damaged(connection, item, loan, patron, false, note, act);
    }

    /** Takes back all that a scan has changed here, as the scan itself is taken back. The loan is opened again by who calls. */
    public void undo(Connection connection, String request, Optional<Loan> loan, DeskAct act) throws SQLException {
        losses.unresolve(connection, request);
        for (var damage : losses.findDamages(connection, request)) {
            losses.settle(connection, damage.id(), DamageEnd.UNDONE, act);
        }
        var before = losses.conditionBefore(connection, request);
        if (before.isPresent()) {
            items.setCondition(connection, before.get().item(), before.get().condition());
            announce(connection, before.get().item());
        }
        if (loan.isEmpty()) return;
        losses.found(connection, loan.get().id(), Optional.empty());
        var patron = loan.get().patron();
        if (patron.isPresent()) ledger.undo(connection, patron.getAsLong(), request, act);
    }

    /** Requests by which what came back with this loan was marked as damaged since then, and that nobody has settled. */
    public List<String> damagedSince(Connection connection, long loan, Instant since) throws SQLException {
        return losses.damagesSince(connection, loan, since);
    }

    /** The loan whose claim this request has settled. */
    public Optional<Long> claimedBefore(Connection connection, String request) throws SQLException {
        return losses.settledBy(connection, request);
    }

    /** Somebody says what a copy is like, and search hears of it. */
    public void setCondition(Connection connection, long item, ItemCondition condition, DeskAct act)
            throws SQLException {
        change(connection, item, condition, act);
    }

    private void change(Connection connection, long item, ItemCondition condition, DeskAct act) throws SQLException {
        var before = items.find(connection, item).map(ItemForLoan::condition);
        if (before.isEmpty() || before.get() == condition) return;
        losses.keepCondition(connection, item, before.get(), act);
        items.setCondition(connection, item, condition);
        announce(connection, item);
    }

    private void announce(Connection connection, long item) throws SQLException {
        var copy = items.find(connection, item);
        if (copy.isPresent()) items.changed(connection, List.of(copy.get().bibId()));
    }
}
