package org.carrel.circulation;

import static org.carrel.circulation.DeskAnswer.Act.CLAIMED;
import static org.carrel.circulation.DeskAnswer.Act.UNKNOWN;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.ClaimResult.AlreadyClaimed;
import org.carrel.circulation.ClaimResult.Claimed;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.DeskTables.Act;
import org.carrel.circulation.TurnedUp.Claim;
import org.carrel.circulation.TurnedUp.FoundLoan;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;

/** A borrower says that something was returned, or never lent (rule X5); and what is told when it turns up (B59). */
final class Claiming {
    /** Longest word on who said so, in characters. */
    static final int LONGEST = 100;

    private final DeskTables tables;

    Claiming(DeskTables tables) {
        this.tables = tables;
    }

    /** @param saidBy who says so; empty: the borrower */
    DeskAnswer claim(Act act, long loanId, ClaimKind kind, String saidBy) throws SQLException {
        var connection = act.connection();
        var seen = tables.loans().find(connection, loanId).filter(Loan::isOpen);
        if (seen.isEmpty()) return DeskAnswer.of(UNKNOWN);
        var patron = tables.people().lock(connection, seen.get().patron().orElseThrow());
        if (patron.isEmpty() || !act.reaches(patron.get().facts().get(PatronField.SITE))) return DeskAnswer.of(UNKNOWN);
        var item = tables.items().lock(connection, seen.get().item()).orElseThrow();
        var loan = tables.loans().lock(connection, loanId).orElseThrow();
        if (!loan.isOf(patron.get().id())) return DeskAnswer.of(UNKNOWN);
        var result = kind == ClaimKind.RETURNED
                ? tables.losses().claimReturned(connection, loanId, cut(saidBy), act.act())
                : tables.losses().claimNeverHad(connection, loanId, cut(saidBy), act.act());
        var answer = DeskAnswer.of(CLAIMED).with(item).with(patron.get()).with(loan);
        return switch (result) {
            case ClaimResult.Over over -> DeskAnswer.of(UNKNOWN);
            case AlreadyClaimed before -> answer.saying(List.of(on(act, before.at())));
            case Claimed claimed -> {
                tables.over(act, loanId);
                tables.changed(act, item.bibId());
                yield answer.saying(said(claims(act, patron.get()), claimed));
            }
        };
    }

    private int claims(Act act, Patron patron) throws SQLException {
        return tables.ledger().claims(act.connection(), patron.id());
    }

    private static List<Remark> said(int all, Claimed claimed) {
        var remarks = new ArrayList<Remark>();
        if (claimed.lost()) remarks.add(new Remark(Remark.Kind.STAYS_LOST, ""));
        if (all >= ClaimResult.MANY) remarks.add(new Remark(Remark.Kind.MANY_CLAIMS, String.valueOf(all)));
        return remarks;
    }

    private static String cut(String saidBy) {
        var text = saidBy.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private Remark on(Act act, Instant at) {
        var zone = tables.terms().zone(act.place().site());
        return new Remark(Remark.Kind.CLAIMED_ON, at.atZone(zone).toLocalDate().toString());
    }

    /** What is told at every scan that settles a claim: that there was one, of which day, and whose. */
    List<Remark> settled(Act act, TurnedUp turned) throws SQLException {
        var claim = turned.loan().flatMap(FoundLoan::claim);
        if (claim.isEmpty()) return List.of();
        var remarks = new ArrayList<Remark>();
        remarks.add(new Remark(
                claim.get().kind() == ClaimKind.RETURNED ? Remark.Kind.WAS_CLAIMED : Remark.Kind.WAS_NEVER_HAD, ""));
        remarks.add(on(act, claim.get().at()));
        claimant(act, claim.get(), turned.loan().get().loan())
                .ifPresent(name -> remarks.add(new Remark(Remark.Kind.SAID_BY, name)));
        return remarks;
    }

    private Optional<String> claimant(Act act, Claim claim, long loan) throws SQLException {
        if (!claim.saidBy().isEmpty()) return Optional.of(claim.saidBy());
        var patron = tables.loans().find(act.connection(), loan).map(Loan::patron);
        if (patron.isEmpty() || patron.get().isEmpty()) return Optional.empty();
        return tables.people()
                .find(act.connection(), patron.get().getAsLong())
                .filter(person -> act.reaches(person.facts().get(PatronField.SITE)))
                .map(Patron::spokenName);
    }
}
