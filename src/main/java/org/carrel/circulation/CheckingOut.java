package org.carrel.circulation;

import static org.carrel.circulation.DeskAnswer.Act.CHECKED_OUT;
import static org.carrel.circulation.DeskAnswer.Act.JUST_LENT;
import static org.carrel.circulation.DeskAnswer.Act.REFUSED;
import static org.carrel.circulation.DeskAnswer.Act.UNKNOWN;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.DeskTables.Act;
import org.carrel.circulation.LendingTerms.Due;
import org.carrel.circulation.LendingTerms.Terms;
import org.carrel.circulation.RenewalFacts.Waiting;
import org.carrel.circulation.holds.DeskCopy;
import org.carrel.circulation.holds.HoldClaim;
import org.carrel.circulation.holds.HoldsAtCheckOut;
import org.carrel.circulation.rules.CopyBlocks;
import org.carrel.circulation.rules.PatronBlocksRule;
import org.carrel.circulation.store.LendingFactsStore;
import org.carrel.circulation.store.LendingFactsStore.Facts;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.LoanStore.NewLoan;
import org.carrel.patrons.BlockedAct;
import org.carrel.patrons.Borrower;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronBlock;
import org.carrel.patrons.PatronField;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.Operation;
import org.carrel.security.Roles;

/** Check-out: patron and copy are locked in this order, all blocks are told at once, and nothing is written when one is left. */
final class CheckingOut {
    /** A scanner that sends a code twice does so at once. */
    static final Duration TWICE = Duration.ofSeconds(10);

    private final DeskTables tables;
    private final Claiming claims;
    private final LendingFactsStore facts = new LendingFactsStore();

    CheckingOut(DeskTables tables) {
        this.tables = tables;
        this.claims = new Claiming(tables);
    }

    /**
     * Everything that speaks for or against one check-out.
     *
     * @param open the loan that the copy is on
     * @param claimed the loan of who says that the copy was returned
     */
    private record Case(
            Borrower borrower,
            ItemForLoan item,
            Optional<Loan> open,
            Optional<Loan> claimed,
            Terms terms,
            DeskCopy copy,
            HoldsAtCheckOut holds,
            Facts facts) {
        Patron patron() {
            return borrower.patron();
        }
    }

    /**
     * Lends the copy. What the same person has already is theirs to bring back: empty then, unless it was lent this moment.
     *
     * @param mayOverride the role has overrides
     */
    Optional<DeskAnswer> lend(Act act, long patronId, long itemId, Lifted lifted, boolean mayOverride)
            throws SQLException {
        var connection = act.connection();
        var borrower = tables.people().lockBorrower(connection, patronId).orElse(null);
        if (borrower == null) return Optional.of(DeskAnswer.of(UNKNOWN));
        var patron = borrower.patron();
        if (!act.reaches(patron.facts().get(PatronField.SITE))) return Optional.of(DeskAnswer.of(UNKNOWN));
        var item = tables.items().lock(connection, itemId).orElse(null);
        if (item == null) return Optional.of(DeskAnswer.of(UNKNOWN));
        var about = about(act, borrower, item);
        var own = about.open().filter(loan -> loan.isOf(patronId));
        if (own.isPresent()) return justLent(act, patron, item, own.get());
        return Optional.of(decide(act, about, lifted, mayOverride));
    }

    /**
     * What speaks against giving the copy to this person, for those who give it in another way than by a loan. Person and copy are
     * locked. Empty when there is no such person or copy within reach.
     */
    Optional<List<Blocked>> against(Act act, long patronId, long itemId) throws SQLException {
        var borrower = tables.people().lockBorrower(act.connection(), patronId);
        if (borrower.isEmpty() || !act.reaches(borrower.get().patron().facts().get(PatronField.SITE)))
            return Optional.empty();
        var item = tables.items().lock(act.connection(), itemId);
        if (item.isEmpty()) return Optional.empty();
        var about = about(act, borrower.get(), item.get());
        var blocks = blocks(act, about);
        for (var guard : guards(about))
            blocks.addAll(guard.planned(act.connection(), about.item(), about.patron(), Optional.empty(), act.now())
                    .against());
        return Optional.of(blocks);
    }

    private Case about(Act act, Borrower borrower, ItemForLoan item) throws SQLException {
        var connection = act.connection();
        var patron = borrower.patron();
        var copy = DeskCopy.of(item);
        var facts = this.facts.find(connection, patron.id(), copy.bib(), item.id());
        var idle = facts.idle();
        Optional<Loan> open = idle ? Optional.empty() : tables.loans().findOpenOfItem(connection, item.id());
        var terms = tables.terms().of(act.place().site(), patron, item.typeCode());
        var isTheirs = open.filter(loan -> loan.isOf(patron.id())).isPresent();
        var holds = idle || isTheirs
                ? HoldsAtCheckOut.NONE
                : tables.holds().atCheckOut(connection, patron.id(), copy, tables.atDesk(act));
        // Who says that it is back was right: here it is (B58). That loan ends with this one's beginning.
        var claimed = open.filter(loan -> loan.state() == LoanState.CLAIMED_RETURNED && !isTheirs);
        var other = claimed.isPresent() ? Optional.<Loan>empty() : open;
        return new Case(borrower, item, other, claimed, terms, copy, holds, facts);
    }

    private Optional<DeskAnswer> justLent(Act act, Patron patron, ItemForLoan item, Loan loan) {
        if (Duration.between(loan.lent(), act.now()).compareTo(TWICE) > 0) return Optional.empty();
        return Optional.of(DeskAnswer.of(JUST_LENT).with(item).with(patron).with(loan));
    }

    private DeskAnswer decide(Act act, Case about, Lifted lifted, boolean mayOverride) throws SQLException {
        var blocks = blocks(act, about);
        var byRules = about.terms()
                .due(act.now(), about.patron().expires(), about.holds().waiting() != Waiting.NOBODY);
        var due = planned(act, about, byRules, blocks);
        blocks.addAll(due.refused());
        var kinds = blocks.stream()
                .map(Blocked::block)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LoanBlock.class)));
        var answer = DeskAnswer.of(REFUSED).with(about.item()).with(about.patron());
        if (!lifted.leaves(kinds, mayOverride).isEmpty()) {
            blocks.sort((one, other) -> one.block().compareTo(other.block()));
            return answer.because(blocks);
        }
        return lent(act, about, due, kinds, lifted);
    }

    /** When it is due if something is planned with it; what speaks against lending it so long is added to the blocks. */
    private Due planned(Act act, Case about, Due byRules, List<Blocked> blocks) throws SQLException {
        var due = byRules;
        for (var guard : guards(about)) {
            var planned = guard.planned(act.connection(), about.item(), about.patron(), due.at(), act.now());
            blocks.addAll(planned.against());
            if (planned.due().equals(due.at())) continue;
            var zone = about.terms().zone();
            var day = planned.due().map(at -> at.atZone(zone).toLocalDate());
            due = new Due(planned.due(), day, List.of(), due.steps());
        }
        return due;
    }

    private List<Blocked> blocks(Act act, Case about) throws SQLException {
        var connection = act.connection();
        var today = about.terms().today(act.now());
        var patron = about.patron();
        var blocks = new ArrayList<Blocked>(CopyBlocks.of(about.item()));
        if (about.open().isPresent()) blocks.add(Blocked.of(LoanBlock.ON_LOAN_TO_OTHER));
        else if (about.holds().other().isPresent())
            blocks.add(held(act, about.holds().other().get()));
        List<PatronBlock> set = about.borrower().mayBeBlocked()
                ? tables.people().blocks(connection, patron.id(), today, BlockedAct.LOANS)
                : List.of();
        blocks.addAll(PatronBlocksRule.of(patron, set, today));
        blocks.addAll(about.terms().limits(about.facts().typesOnLoan()));
        about.terms().tooYoung().ifPresent(blocks::add);
        var owed = about.facts().everCharged() ? tables.ledger().outstanding(connection, patron.id()) : Owed.NOTHING;
        about.terms().owing(owed, tables.lossRules().group(about.item())).ifPresent(blocks::add);
        if (about.facts().guarded() && !Roles.may(act.by(), Operation.LEND_DEVICES))
            blocks.add(Blocked.of(LoanBlock.DEVICE_NOT_FOR_ROLE));
        for (var guard : guards(about))
            blocks.addAll(
                    guard.against(connection, about.item(), patron, act.place().site()));
        return blocks;
    }

    private List<LoanGuard> guards(Case about) {
        return about.facts().guarded() || about.facts().pulled() ? tables.guards() : List.of();
    }

    private Blocked held(Act act, HoldClaim claim) throws SQLException {
        var name = tables.people()
                .find(act.connection(), claim.patron())
                .filter(person -> act.reaches(person.facts().get(PatronField.SITE)))
                .map(Patron::spokenName);
        return Blocked.of(LoanBlock.HELD_FOR_OTHER, name.orElse(""));
    }

    private DeskAnswer lent(Act act, Case about, Due due, Set<LoanBlock> overridden, Lifted lifted)
            throws SQLException {
        var connection = act.connection();
        var loans = tables.loans();
        var item = about.item();
        var terms = about.terms();
        var found = found(act, item, about.claimed());
        var id = loans.open(connection, loan(act, about, due));
        var names = overridden.stream().map(LoanBlock::name).collect(Collectors.joining(","));
        var reason = overridden.isEmpty() ? "" : lifted.reason();
        loans.add(
                connection,
                new LoanStore.Event(
                        id, "lent", OptionalLong.of(act.by().account()), names, reason, Optional.empty(), due.at()),
                act.now());
        tables.changed(act, item.bibId());
        var remarks = new ArrayList<Remark>(found);
        remarks.addAll(holds(act, about));
        if (!overridden.isEmpty()) {
            remarks.add(new Remark(Remark.Kind.OVERRIDDEN, names));
            audit(act, id, overridden);
        }
        if (due.noOpenDay()) remarks.add(new Remark(Remark.Kind.NO_OPEN_DAY, terms.site()));
        if (!item.siteCode().equalsIgnoreCase(act.place().site()))
            remarks.add(new Remark(Remark.Kind.BELONGS_ELSEWHERE, item.siteName()));
        var made = made(about, id, act, due);
        for (var guard : guards(about)) remarks.addAll(guard.lent(connection, item, made, act.act()));
        return DeskAnswer.of(CHECKED_OUT)
                .with(item)
                .with(about.patron())
                .with(made)
                .saying(remarks);
    }

    private static Loan made(Case about, long id, Act act, Due due) {
        return new Loan(
                id,
                about.item().id(),
                OptionalLong.of(about.patron().id()),
                about.terms().site(),
                about.terms().zone(),
                act.now(),
                due.at(),
                due.on(),
                LoanState.OUT,
                0,
                about.terms().snapshot(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** What was looked for is found by lending it: the loan that it was missing from is over. */
    private List<Remark> found(Act act, ItemForLoan item, Optional<Loan> claimed) throws SQLException {
        var connection = act.connection();
        var isGone = item.condition() == ItemCondition.LOST || item.condition() == ItemCondition.MISSING;
        if (claimed.isEmpty() && !isGone) return List.of();
        var said = claimed.isEmpty()
                ? Optional.<Instant>empty()
                : tables.losses().accruesUntil(connection, claimed.get().id());
        var turned = tables.losses().turnedUp(connection, item.id(), ClaimEnd.LENT_AGAIN, act.act());
        var remarks = claims.settled(act, turned);
        if (claimed.isEmpty()) return remarks;
        var returned = said.filter(act.now()::isAfter).orElse(act.now());
        var forget = act.now().plus(tables.terms().keptFor(claimed.get())).plus(CheckingIn.UNDO);
        tables.loans().end(connection, claimed.get().id(), LoanEnd.RETURNED, returned, act.now(), forget);
        tables.loans().add(connection, LoanStore.Event.plain(claimed.get().id(), "returned", act.account()), act.now());
        tables.ledger().hold(connection, claimed.get().id());
        tables.over(act, claimed.get().id());
        return remarks;
    }

    private List<Remark> holds(Act act, Case about) throws SQLException {
        if (!about.holds().concerned()) return List.of();
        var after = tables.holds().checkedOut(act.connection(), about.patron().id(), about.copy(), tables.atDesk(act));
        tables.tell(act, after.news());
        var remarks = new ArrayList<Remark>();
        if (after.filled().isPresent()) remarks.add(new Remark(Remark.Kind.HOLD_FILLED, ""));
        if (!after.freed().isEmpty())
            remarks.add(new Remark(
                    Remark.Kind.COPIES_FREED, String.valueOf(after.freed().size())));
        return remarks;
    }

    private NewLoan loan(Act act, Case about, Due due) {
        var facts = about.patron().facts();
        return new NewLoan(
                about.item().id(),
                about.patron().id(),
                act.site(),
                about.terms().zone(),
                facts.category(),
                facts.get(PatronField.GRADE),
                act.now(),
                due.at(),
                due.on(),
                about.terms().snapshot());
    }

    /** Overrides are acts of staff, which are kept with their names and without the borrower's. */
    private void audit(Act act, long loan, Set<LoanBlock> blocks) throws SQLException {
        var names = blocks.stream().map(block -> "\"" + block.name() + "\"").collect(Collectors.joining(","));
        tables.audit()
                .add(
                        act.connection(),
                        OptionalLong.of(act.by().account()),
                        "loan_overridden",
                        Optional.of(new Subject("loan", loan)),
                        Optional.of("{\"blocks\":[" + names + "]}"));
    }
}
