package org.carrel.circulation;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.fees.LostAndFound;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.LossStore;
import org.carrel.circulation.store.LostListStore;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** What is lost, claimed or damaged, and how each is settled away from the scan box. */
@Door
public class LostThings {
    private final Database database;
    private final Clock clock;
    private final Borrowers borrowers;
    private final ItemsAtDesk items;
    private final LostAndFound lostAndFound;
    private final FeeLedger ledger;
    private final AuditTrail audit;
    private final List<LossRules> rules;
    private final LostListStore list = new LostListStore();
    private final LoanStore loans = new LoanStore();
    private final LossStore losses = new LossStore();

    @Inject
    public LostThings(
            Database database,
            Clock clock,
            Borrowers borrowers,
            ItemsAtDesk items,
            LostAndFound lostAndFound,
            FeeLedger ledger,
            AuditTrail audit,
            @Any Instance<LossRules> rules) {
        this(
                database,
                clock,
                borrowers,
                items,
                lostAndFound,
                ledger,
                audit,
                rules.stream().toList());
    }

    LostThings(
            Database database,
            Clock clock,
            Borrowers borrowers,
            ItemsAtDesk items,
            LostAndFound lostAndFound,
            FeeLedger ledger,
            AuditTrail audit,
            List<LossRules> rules) {
        this.database = database;
        this.clock = clock;
        this.borrowers = borrowers;
        this.items = items;
        this.lostAndFound = lostAndFound;
        this.ledger = ledger;
        this.audit = audit;
        this.rules = List.copyOf(rules);
    }

    /** What can be done about one of them. */
    public enum Act {
        /** A claim: it stood on the shelf. */
        FOUND_ON_SHELF,
        /** A claim: it was somewhere else. */
        FOUND_ELSEWHERE,
        /** A claim: the borrower will pay for it as for a lost thing. */
        PAYS,
        /** Lost or claimed: nobody looks for it or pays for it any more. */
        WRITTEN_OFF,
        /** Damaged or to be looked at: it can be lent. */
        IN_ORDER,
        /** Damaged: nobody pays for it. */
        NOT_CHARGED
    }

    /** What came of it. */
    public enum Result {
        DONE,
        /** Somebody else was first. */
        SETTLED,
        NO_REASON,
        NOT_ALLOWED,
        MISSING
    }

    /** @param id number of the loan, the claim or the report @param reason needed to write something off */
    public record Settling(UUID request, LostThing.Kind kind, long id, Act act, String reason) {}

    /** Who works at one school sees what that school has lent. That it was looked at is audited. */
    public LostPage page(Caller by, LostFilter filter, int page, int size) {
        var wish = within(by, filter);
        var owner = wish.site().isEmpty() ? new Owner(Optional.empty(), OptionalLong.empty()) : Owner.site(wish.site());
        if (!by.may(Operation.SEE_TITLES_OF_PERSON, owner)) return new LostPage(List.of(), page, size, 0);
        return database.transaction(connection -> {
            var total = list.count(connection, wish);
            var rows = total == 0 ? List.<LostThing>of() : list.find(connection, wish, (page - 1) * size, size);
            var named = rows.stream().anyMatch(row -> row.patron().isPresent());
            var actor = OptionalLong.of(by.account());
            if (named) audit.add(connection, actor, "lost_listed", new Subject("account", by.account()));
            return new LostPage(rows, page, size, total);
        });
    }

    private static LostFilter within(Caller by, LostFilter filter) {
        return new LostFilter(filter.kind(), by.site().orElse(filter.site()), filter.sort(), filter.patron());
    }

    public Result settle(Caller by, Settling settling) {
        if (settling.act() == Act.WRITTEN_OFF && settling.reason().isBlank()) return Result.NO_REASON;
        return database.transaction(connection -> {
            var known = list.subject(connection, settling.kind(), settling.id());
            if (known.isEmpty()) return Result.MISSING;
            var subject = known.get();
            var owner = Owner.site(subject.site());
            if (!by.may(Operation.SEE_TITLES_OF_PERSON, owner)) return Result.MISSING;
            var decides = settling.act() == Act.WRITTEN_OFF || settling.act() == Act.NOT_CHARGED;
            if (decides && !by.may(Operation.DECIDE_FEES, owner)) return Result.NOT_ALLOWED;
            if (subject.patron().isPresent()) {
                borrowers.lock(connection, subject.patron().getAsLong());
            }
            items.lock(connection, subject.item());
            var act = new DeskAct(settling.request(), clock.instant(), OptionalLong.of(by.account()));
            var done = settle(connection, settling, act);
            if (done == Result.DONE) audit(connection, by, settling, subject);
            return done;
        });
    }

    private void audit(Connection connection, Caller by, Settling settling, LostListStore.Subject subject)
            throws SQLException {
        var on = subject.patron().isPresent()
                ? new Subject("patron", subject.patron().getAsLong())
                : new Subject("item", subject.item());
        var action = "lost_" + settling.act().name().toLowerCase(Locale.ROOT);
        audit.add(connection, OptionalLong.of(by.account()), action, on);
    }

    private Result settle(Connection connection, Settling settling, DeskAct act) throws SQLException {
        return switch (settling.kind()) {
            case LOST ->
                settling.act() == Act.WRITTEN_OFF
                        ? result(lostAndFound.writeOff(
                                connection, settling.id(), settling.reason().strip(), act))
                        : Result.MISSING;
            case CLAIMED, NEVER_HAD -> claim(connection, settling, act);
            case DAMAGED, LOOK_AT -> damage(connection, settling, act);
        };
    }

    private Result claim(Connection connection, Settling settling, DeskAct act) throws SQLException {
        var reason = settling.reason().strip();
        return switch (settling.act()) {
            case FOUND_ON_SHELF ->
                result(lostAndFound.resolveClaim(connection, settling.id(), ClaimEnd.FOUND_ON_SHELF, "", act));
            case FOUND_ELSEWHERE ->
                result(lostAndFound.resolveClaim(connection, settling.id(), ClaimEnd.FOUND_ELSEWHERE, "", act));
            case WRITTEN_OFF ->
                result(lostAndFound.resolveClaim(connection, settling.id(), ClaimEnd.WRITTEN_OFF, reason, act));
            case PAYS -> pays(connection, settling, act);
            case IN_ORDER, NOT_CHARGED -> Result.MISSING;
        };
    }

    private Result pays(Connection connection, Settling settling, DeskAct act) throws SQLException {
        var claim = losses.findClaim(connection, settling.id()).filter(LossStore.Claim::open);
        if (claim.isEmpty()) return Result.SETTLED;
        var loan = loans.lock(connection, claim.get().loan()).filter(Loan::isOpen);
        if (loan.isEmpty()) return Result.MISSING;
        var copy = items.find(connection, loan.get().item()).orElseThrow();
        var terms = terms(loan.get(), copy);
        var lost = lostAndFound.markLost(connection, loan.get().id(), group(copy), terms, Optional.empty(), act);
        return result(lost instanceof LossResult.MarkedLost);
    }

    private LossTerms terms(Loan loan, ItemForLoan copy) {
        var price = copy.priceCents().isPresent()
                ? Optional.of(Money.ofCents(copy.priceCents().getAsInt()))
                : Optional.<Money>empty();
        return rules.stream()
                .map(rule -> rule.terms(loan, copy, clock.instant()))
                .findFirst()
                .orElseGet(() -> LossTerms.of(price, Money.ZERO, Money.ZERO));
    }

    private ChargeClass group(ItemForLoan copy) {
        return rules.stream().map(rule -> rule.group(copy)).findFirst().orElse(ChargeClass.LIBRARY);
    }

    private Result damage(Connection connection, Settling settling, DeskAct act) throws SQLException {
        var damage = losses.findDamage(connection, settling.id());
        if (damage.isEmpty() || settling.act() != Act.IN_ORDER && settling.act() != Act.NOT_CHARGED) {
            return Result.MISSING;
        }
        var inOrder = settling.act() == Act.IN_ORDER;
        var how = inOrder ? DamageEnd.IN_ORDER : DamageEnd.NOT_CHARGED;
        if (!losses.settle(connection, damage.get().id(), how, act)) return Result.SETTLED;
        if (inOrder
                && !damage.get().lookAt()
                && isBroken(connection, damage.get().item())) {
            lostAndFound.setCondition(connection, damage.get().item(), ItemCondition.GOOD, act);
        }
        var loan = damage.get().loan();
        if (loan.isPresent()) ledger.settle(connection, List.of(loan.getAsLong()), act);
        return Result.DONE;
    }

    /** Lent all the same and lost since, it is not in order. */
    private boolean isBroken(Connection connection, long item) throws SQLException {
        return items.find(connection, item)
                .map(ItemForLoan::condition)
                .filter(now -> now == ItemCondition.DAMAGED || now == ItemCondition.IN_REPAIR)
                .isPresent();
    }

    private static Result result(boolean done) {
        return done ? Result.DONE : Result.SETTLED;
    }
}
