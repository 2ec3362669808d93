package org.carrel.circulation;

import static org.carrel.circulation.DeskAnswer.Act.REFUSED;
import static org.carrel.circulation.DeskAnswer.Act.RENEWED;
import static org.carrel.circulation.DeskAnswer.Act.RENEWED_ALL;
import static org.carrel.circulation.DeskAnswer.Act.UNKNOWN;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.DeskTables.Act;
import org.carrel.circulation.LendingTerms.Due;
import org.carrel.circulation.RenewalFacts.Waiting;
import org.carrel.circulation.holds.DeskCopy;
import org.carrel.circulation.rules.PatronBlocksRule;
import org.carrel.circulation.store.LoanStore.Event;
import org.carrel.patrons.BlockedAct;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;

/** Renewal: the due date moves later under the rules that the loan was made with, or nothing happens. */
final class Renewing {
    private final DeskTables tables;

    Renewing(DeskTables tables) {
        this.tables = tables;
    }

    /** @param mayOverride the role has overrides */
    DeskAnswer renew(Act act, long loanId, Lifted lifted, boolean mayOverride) throws SQLException {
        var connection = act.connection();
        var seen = tables.loans().find(connection, loanId).orElse(null);
        if (seen == null || !seen.isOpen() || seen.patron().isEmpty()) return DeskAnswer.of(UNKNOWN);
        var patron = tables.people().lock(connection, seen.patron().getAsLong()).orElse(null);
        if (patron == null || !act.reaches(patron.facts().get(PatronField.SITE))) return DeskAnswer.of(UNKNOWN);
        tables.items().lock(connection, seen.item());
        var loan = tables.loans().lock(connection, loanId).orElse(null);
        if (loan == null || !loan.isOpen() || !loan.isOf(patron.id())) return DeskAnswer.of(UNKNOWN);
        return decide(act, patron, loan, lifted, mayOverride);
    }

    /** All that a person has, as far as the rules renew it: how much was renewed, and how much was not. */
    DeskAnswer renewAll(Act act, long patron) throws SQLException {
        var person = tables.people().lock(act.connection(), patron).orElse(null);
        if (person == null || !act.reaches(person.facts().get(PatronField.SITE))) return DeskAnswer.of(UNKNOWN);
        var loans = tables.loans().findOpenOfPatron(act.connection(), patron).stream()
                .sorted(Comparator.comparingLong(Loan::item))
                .toList();
        var renewed = 0;
        for (var loan : loans)
            if (renew(part(act, loan), loan.id(), Lifted.NOTHING, false).act() == RENEWED) renewed++;
        var remarks = new ArrayList<Remark>();
        remarks.add(new Remark(Remark.Kind.RENEWED_COUNT, String.valueOf(renewed)));
        if (renewed < loans.size())
            remarks.add(new Remark(Remark.Kind.NOT_RENEWED, String.valueOf(loans.size() - renewed)));
        return DeskAnswer.of(RENEWED_ALL).with(person).saying(remarks);
    }

    /** Each renewal has a number of its own, which its charge goes by. */
    private static Act part(Act act, Loan loan) {
        var name = act.request() + " " + loan.id();
        var request = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Act(act.connection(), act.by(), act.place(), act.site(), request, act.now());
    }

    /** Why it would not be renewed now, the gravest first; empty when it would. Writes nothing. */
    List<Blocked> against(Connection connection, Patron patron, Loan loan, Instant now) throws SQLException {
        return asked(connection, patron, loan, now).blocks();
    }

    /** What stands against a renewal, and what it would come to. */
    private record Asked(ItemForLoan item, Waiting waiting, Due due, List<Blocked> blocks) {}

    private Asked asked(Connection connection, Patron patron, Loan loan, Instant now) throws SQLException {
        var terms = tables.terms();
        var item = tables.items().find(connection, loan.item()).orElseThrow();
        var today = terms.today(loan, now);
        var blocks = new ArrayList<Blocked>();
        if (loan.state() != LoanState.OUT) blocks.add(Blocked.of(LoanBlock.LOAN_IS_LOST));
        blocks.addAll(PatronBlocksRule.of(
                patron, tables.people().blocks(connection, patron.id(), today, BlockedAct.RENEWALS), today));
        var owed = tables.ledger().outstanding(connection, patron.id());
        LendingTerms.owing(terms.ruleOf(loan), owed, tables.lossRules().group(item))
                .ifPresent(blocks::add);
        var waiting = tables.holds().waiting(connection, patron.id(), DeskCopy.of(item), today);
        var due = terms.renewal(loan, patron, now, waiting, Set.of());
        blocks.addAll(due.refused());
        blocks.addAll(planned(connection, patron, item, due, now));
        blocks.sort(Comparator.comparing(Blocked::block));
        return new Asked(item, waiting, due, blocks);
    }

    /** What is planned with the copy before it would be back; what is due with something else is due then still. */
    private List<Blocked> planned(Connection connection, Patron patron, ItemForLoan item, Due due, Instant now)
            throws SQLException {
        var against = new ArrayList<Blocked>();
        if (!due.refused().isEmpty()) return against;
        for (var guard : tables.guardsOf(connection, item.id())) {
            var planned = guard.planned(connection, item, patron, due.at(), now);
            against.addAll(planned.against());
            if (!planned.due().equals(due.at())) against.add(Blocked.of(LoanBlock.DUE_DATE_STAYS));
        }
        return against;
    }

    private DeskAnswer decide(Act act, Patron patron, Loan loan, Lifted lifted, boolean mayOverride)
            throws SQLException {
        var asked = asked(act.connection(), patron, loan, act.now());
        var item = asked.item();
        var kinds = asked.blocks().stream()
                .map(Blocked::block)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LoanBlock.class)));
        if (!lifted.leaves(kinds, mayOverride).isEmpty())
            return DeskAnswer.of(REFUSED).with(item).with(patron).with(loan).because(asked.blocks());
        var due = asked.due().refused().isEmpty()
                ? asked.due()
                : tables.terms().renewal(loan, patron, act.now(), asked.waiting(), lifted.blocks());
        if (!due.refused().isEmpty())
            return DeskAnswer.of(REFUSED).with(item).with(patron).with(loan).because(due.refused());
        fine(act, item, loan);
        renewed(act, loan, due, kinds, lifted);
        return DeskAnswer.of(RENEWED)
                .with(item)
                .with(patron)
                .with(tables.loans().find(act.connection(), loan.id()).orElseThrow());
    }

    /** What is owed for lateness until now stays owed, unless the rule forgives it (rule F7). */
    private void fine(Act act, ItemForLoan item, Loan loan) throws SQLException {
        if (!loan.isOverdue(act.now())) return;
        if (tables.terms().ruleOf(loan).is(RuleField.RENEWAL_FORGIVES)) return;
        var fine = OverdueFine.of(tables, item, loan, act.now());
        if (!fine.amount().isZero()) fine.charge(tables, act);
    }

    private void renewed(Act act, Loan loan, Due due, Set<LoanBlock> overridden, Lifted lifted) throws SQLException {
        var connection = act.connection();
        tables.loans().renew(connection, loan.id(), due.at(), due.on(), loan.renewals() + 1);
        var names = overridden.stream().map(LoanBlock::name).collect(Collectors.joining(","));
        var event = new Event(
                loan.id(),
                "renewed",
                act.account(),
                names,
                overridden.isEmpty() ? "" : lifted.reason(),
                loan.due(),
                due.at());
        tables.loans().add(connection, event, act.now());
    }
}
