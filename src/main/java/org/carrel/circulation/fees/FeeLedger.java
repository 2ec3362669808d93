package org.carrel.circulation.fees;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.ChargeLine;
import org.carrel.circulation.ChargeReason;
import org.carrel.circulation.ChargeType;
import org.carrel.circulation.ClaimEnd;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.EntryKind;
import org.carrel.circulation.LoanEnd;
import org.carrel.circulation.LoanState;
import org.carrel.circulation.Money;
import org.carrel.circulation.Owed;
import org.carrel.circulation.PayMeans;
import org.carrel.circulation.SettledLoans;
import org.carrel.circulation.SettledLoans.Settled;
import org.carrel.circulation.rules.Ledger;
import org.carrel.circulation.rules.Ledger.Posting;
import org.carrel.circulation.store.ChargeStore;
import org.carrel.circulation.store.ChargeStore.NewAct;
import org.carrel.circulation.store.ChargeStore.NewCharge;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.LossStore;
import org.carrel.platform.Door;

/**
 * What people owe. Every method joins the transaction of who calls, which has locked the patron, and the item where a loan is
 * meant. Nothing here decides who may do it.
 */
@Door
public class FeeLedger {
    private final ChargeStore charges = new ChargeStore();
    private final LoanStore loans = new LoanStore();
    private final LossStore losses = new LossStore();
    private final List<SettledLoans> listeners;

    @Inject
    public FeeLedger(@Any Instance<SettledLoans> listeners) {
        this(listeners.stream().toList());
    }

    public FeeLedger(List<SettledLoans> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Who owes, and for which loan. @param group the class of the thing that is lent */
    public record Debtor(long patron, OptionalLong loan, ChargeClass group) {}

    /** What somebody owes now, for blocks and for the screen. */
    public Owed outstanding(Connection connection, long patron) throws SQLException {
        return charges.owed(connection, patron);
    }

    /** How often the person has said that something was returned, or never lent. */
    public int claims(Connection connection, long patron) throws SQLException {
        return losses.claims(connection, patron);
    }

    /** Everything that the person was ever charged, the oldest first. */
    public List<ChargeLine> lines(Connection connection, long patron) throws SQLException {
        return charges.ofPatron(connection, patron);
    }

    /** Charges a fine that was worked out at the return or at a renewal; nothing is no fine. */
    public void overdue(Connection connection, Debtor debtor, Money amount, List<ChargeReason> why, DeskAct act)
            throws SQLException {
        charge(connection, debtor, ChargeType.OVERDUE, amount, why, "", act);
    }

    /** False when it is nothing, and so no charge. @param reason typed by staff, or empty */
    public boolean charge(
            Connection connection,
            Debtor debtor,
            ChargeType type,
            Money amount,
            List<ChargeReason> why,
            String reason,
            DeskAct act)
            throws SQLException {
        if (amount.isZero()) return false;
        charges.add(
                connection,
                new NewCharge(debtor.patron(), debtor.loan(), type, debtor.group(), amount, why, reason),
                act);
        return true;
    }

    /** Writes what the rules have worked out. The number of what was done; empty when there is nothing to do. */
    public Optional<Long> post(
            Connection connection,
            long patron,
            EntryKind kind,
            Optional<PayMeans> means,
            List<Posting> postings,
            String reason,
            DeskAct act)
            throws SQLException {
        if (postings.isEmpty()) return Optional.empty();
        var total = Money.sum(postings.stream()
                .filter(posting -> posting.kind() == kind)
                .map(Posting::amount)
                .toList());
        return Optional.of(charges.add(connection, new NewAct(patron, kind, means, total, reason, postings), act));
    }

    /**
     * Takes back what a scan has charged and cancelled, as the scan itself is taken back. What was paid meanwhile for such a
     * charge is to be given back.
     */
    public void undo(Connection connection, long patron, String request, DeskAct act) throws SQLException {
        var lines = charges.ofRequest(connection, request);
        var made = lines.stream().filter(line -> line.request().equals(request)).toList();
        var postings = new ArrayList<Posting>(Ledger.reinstate(lines, request));
        var kind = postings.isEmpty() ? EntryKind.CANCELLATION : EntryKind.REINSTATEMENT;
        postings.addAll(Ledger.cancel(made));
        post(connection, patron, kind, Optional.empty(), postings, "", act);
    }

    /** Whether a loan must not be forgotten: money, a claim or a damage is not settled. */
    public boolean keepsPerson(Connection connection, long loan) throws SQLException {
        return charges.isOpen(connection, loan) || losses.isOpen(connection, loan);
    }

    /** After a loan has ended: its person is kept when something is not settled. Whether that is so. */
    public boolean hold(Connection connection, long loan) throws SQLException {
        if (!keepsPerson(connection, loan)) return false;
        losses.keep(connection, loan);
        return true;
    }

    /**
     * Closes lost loans for whose loss nothing more is owed (rule X2), and lets go of the person of each that is over and
     * settled.
     */
    public void settle(Connection connection, Collection<Long> ofLoans, DeskAct act) throws SQLException {
        var settled = new ArrayList<Settled>();
        for (var id : ofLoans.stream().distinct().sorted().toList()) {
            var loan = loans.lock(connection, id).orElseThrow();
            if (loan.patron().isEmpty()) continue;
            if (loan.isOpen() && loan.state() == LoanState.LOST) {
                var end = Ledger.lossEnd(charges.ofLoan(connection, id));
                if (end.isPresent()) close(connection, id, end.get(), act);
            }
            var now = loans.find(connection, id).orElseThrow();
            if (now.isOpen() || keepsPerson(connection, id)) continue;
            settled.add(new Settled(id, keptUntil(connection, id, now.end().orElseThrow(), act)));
        }
        if (listeners.isEmpty()) {
            for (var each : settled) losses.forgetAt(connection, each.loan(), each.notBefore());
        }
        for (var listener : listeners) if (!settled.isEmpty()) listener.settled(connection, settled);
    }

    private void close(Connection connection, long loan, LoanEnd end, DeskAct act) throws SQLException {
        losses.end(connection, loan, end, act.at(), act.at());
        var paid = end == LoanEnd.PAID;
        loans.add(connection, LoanStore.Event.plain(loan, paid ? "paid" : "written_off", act.account()), act.at());
        var how = paid ? ClaimEnd.PAID : ClaimEnd.WRITTEN_OFF;
        var claim = losses.openClaim(connection, loan);
        if (claim.isPresent()) losses.resolve(connection, claim.get().id(), how, act);
    }

    /** What was paid for a lost thing could be given back for some time: until then the person must be known. */
    private Instant keptUntil(Connection connection, long loan, LoanEnd end, DeskAct act) throws SQLException {
        if (end != LoanEnd.PAID && end != LoanEnd.WRITTEN_OFF) return act.at();
        var lost = losses.findLost(connection, loan).filter(known -> !known.found());
        if (lost.isEmpty()) return act.at();
        var terms = lost.get().terms();
        var until = terms.lostAt().plus(Duration.ofDays(terms.refundDays()));
        return until.isAfter(act.at()) ? until : act.at();
    }

    /** Cuts the links between a person and these loans in the tables of money, losses and damages. They are settled. */
    public void forget(Connection connection, Collection<Long> ofLoans) throws SQLException {
        charges.forget(connection, ofLoans);
        losses.forget(connection, ofLoans);
    }

    /** What one person owes and has claimed is the other's from now on. */
    public void movePatron(Connection connection, long from, long to) throws SQLException {
        charges.move(connection, from, to);
        losses.move(connection, from, to);
    }

    /** Whose charges were settled before that time is not known any more; the sums stay. How many charges. */
    public int forgetSettled(Connection connection, Instant before) throws SQLException {
        return charges.forgetSettled(connection, before);
    }

    /** Nothing here says anything of these people any more; the sums stay. */
    public void erase(Connection connection, Collection<Long> patrons) throws SQLException {
        charges.erase(connection, patrons);
        losses.erase(connection, patrons);
    }
}
