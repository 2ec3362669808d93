package org.carrel.circulation;

import static org.carrel.circulation.DeskAnswer.Act.CHOOSE_COPY;
import static org.carrel.circulation.DeskAnswer.Act.CHOOSE_LOST;
import static org.carrel.circulation.DeskAnswer.Act.CHOOSE_PERSON;
import static org.carrel.circulation.DeskAnswer.Act.DONE;
import static org.carrel.circulation.DeskAnswer.Act.FORGOTTEN;
import static org.carrel.circulation.DeskAnswer.Act.NOBODY_AT_DESK;
import static org.carrel.circulation.DeskAnswer.Act.NOTHING;
import static org.carrel.circulation.DeskAnswer.Act.PATRON;
import static org.carrel.circulation.DeskAnswer.Act.REFUSED;
import static org.carrel.circulation.DeskAnswer.Act.TITLE;
import static org.carrel.circulation.DeskAnswer.Act.UNKNOWN;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.ScanRouter.Found;
import org.carrel.circulation.holds.CheckInProposal;
import org.carrel.circulation.holds.DeskCopy;
import org.carrel.circulation.rules.ReturnTime;
import org.carrel.circulation.rules.ScanText;
import org.carrel.circulation.store.DeskRequestStore;
import org.carrel.circulation.store.HeldCopyStore;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.StoredAnswer;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.Patrons;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Roles;

/**
 * The circulation desk. Each public method is one use case and one transaction, and the same request sent again gets the same answer
 * and does nothing (rule Z2). A refusal leaves nothing behind but its answer.
 */
@Door
public class CirculationDesk {
    /** So many people of one name are offered. */
    private static final int PEOPLE = 12;

    private final Database database;
    private final Patrons patrons;
    private final DeskTables tables;
    private final ScanRouter router;
    private final CheckingOut lending;
    private final CheckingIn returning;
    private final Renewing renewing;
    private final Undoing undoing;
    private final Breakage breakage;
    private final Claiming claiming;

    @Inject
    public CirculationDesk(
            Database database,
            Clock clock,
            ItemsAtDesk items,
            Borrowers people,
            Patrons patrons,
            DeskRules rules,
            AuditTrail audit) {
        this.database = database;
        this.patrons = patrons;
        this.tables = new DeskTables(
                items,
                people,
                new LoanStore(),
                new DeskRequestStore(),
                rules.terms(),
                rules.holds(),
                rules.ledger(),
                rules.losses(),
                rules.lossRules(),
                rules.listeners(),
                rules.ofLoans(),
                rules.guards(),
                audit,
                clock);
        this.router = new ScanRouter(items, people);
        this.lending = new CheckingOut(tables);
        this.returning = new CheckingIn(tables);
        this.renewing = new Renewing(tables);
        this.undoing = new Undoing(tables);
        this.breakage = new Breakage(tables);
        this.claiming = new Claiming(tables);
    }

    /** For those who look after their own loans: the same tables and rules. */
    DeskTables tables() {
        return tables;
    }

    /** Does what the scan asks for: see {@link DeskAnswer.Act}. */
    public DeskAnswer scan(Scan scan, Caller by) {
        var text = ScanText.clean(scan.text());
        if (text.isEmpty() || text.length() > Scan.LONGEST) return DeskAnswer.of(text.isEmpty() ? NOTHING : UNKNOWN);
        var site = scan.place().site();
        var found = database.read(connection -> router.find(connection, text, site, by));
        if (!found.people().isEmpty()) return card(found, by);
        if (found.copies().size() > 1) return DeskAnswer.of(CHOOSE_COPY).chooseCopy(found.copies());
        if (found.copies().size() == 1)
            return item(scan, found.copies().getFirst().id(), by);
        if (found.command().isPresent()) return command(found.command().get(), scan, by);
        if (!found.title().isEmpty()) return DeskAnswer.of(TITLE).chooseCopy(found.title());
        return found.name() ? name(text, by) : DeskAnswer.of(UNKNOWN);
    }

    private DeskAnswer card(Found found, Caller by) {
        if (found.people().size() > 1 || !found.copies().isEmpty()) {
            return DeskAnswer.of(CHOOSE_PERSON).choose(found.people()).chooseCopy(found.copies());
        }
        return atDesk(found.people().getFirst(), by);
    }

    private DeskAnswer atDesk(Patron patron, Caller by) {
        tables.audit().add(OptionalLong.of(by.account()), "patron_at_desk", new Subject("patron", patron.id()));
        return DeskAnswer.of(PATRON).with(patron);
    }

    /** Somebody was chosen from a list. Unknown when there is nobody like that within reach. */
    public DeskAnswer choose(long patron, Caller by) {
        return patrons.find(patron)
                .filter(person -> isReached(person, by))
                .map(person -> atDesk(person, by))
                .orElseGet(() -> DeskAnswer.of(UNKNOWN));
    }

    private static boolean isReached(Patron person, Caller by) {
        var site = person.facts().get(PatronField.SITE);
        return site.isEmpty() || by.isOf(site);
    }

    /** Names are looked up only by those whose role has it. */
    private DeskAnswer name(String text, Caller by) {
        if (!Roles.may(by, Operation.FIND_PERSON)) return DeskAnswer.of(UNKNOWN);
        var wish = new PatronSearch(text, "", "", by.site().orElse(""), PatronSearch.Who.ACTIVE);
        var people = patrons.find(wish, 1, PEOPLE).rows();
        if (people.isEmpty()) return DeskAnswer.of(UNKNOWN);
        if (people.size() == 1) return atDesk(people.getFirst(), by);
        return DeskAnswer.of(CHOOSE_PERSON).choose(people);
    }

    /** Lends the copy to who stands at the desk, or takes it back. */
    public DeskAnswer item(Scan scan, long item, Caller by) {
        if (scan.patron().isEmpty()) return unattended(scan, item, by);
        var patron = scan.patron().get();
        return once(scan.request(), by, connection -> {
            var act = tables.act(connection, scan, by);
            var lent = lending.lend(act, patron, item, scan.lifted(), Roles.may(by, Operation.OVERRIDE_LOAN));
            return lent.isPresent() ? lent.get() : take(act, item, true);
        });
    }

    /** Nobody stands at the desk: it comes back, unless somebody waits for it at this moment, whom it goes to. */
    private DeskAnswer unattended(Scan scan, long item, Caller by) {
        return once(scan.request(), by, connection -> {
            var act = tables.act(connection, scan, by);
            var taker = scan.place().returnedOn().isPresent() ? OptionalLong.empty() : taker(act, item);
            if (taker.isEmpty()) return take(act, item, true);
            var mayOverride = Roles.may(by, Operation.OVERRIDE_LOAN);
            return lending.lend(act, taker.getAsLong(), item, scan.lifted(), mayOverride)
                    .orElseGet(() -> DeskAnswer.of(DeskAnswer.Act.JUST_LENT));
        });
    }

    /** Nobody gets what is still out, or came in this moment: the scanner may have sent it twice. */
    private OptionalLong taker(DeskTables.Act act, long item) throws SQLException {
        var connection = act.connection();
        var guards = tables.guardsOf(connection, item);
        if (guards.isEmpty() || tables.loans().findOpenOfItem(connection, item).isPresent())
            return OptionalLong.empty();
        var last = tables.loans().lastCheckIn(connection, item);
        if (last.filter(at -> at.plus(CheckingOut.TWICE).isAfter(act.now())).isPresent()) return OptionalLong.empty();
        var copy = tables.items().find(connection, item).filter(found -> act.reaches(found.siteCode()));
        if (copy.isEmpty()) return OptionalLong.empty();
        for (var guard : guards) {
            var taker = guard.taker(connection, copy.get(), act.now());
            if (taker.isPresent()) return taker;
        }
        return OptionalLong.empty();
    }

    /** Lends a copy. Empty of blocks when it is lent. */
    public DeskAnswer checkOut(Scan scan, long patron, long item, Caller by) {
        return once(scan.request(), by, connection -> {
            var act = tables.act(connection, scan, by);
            return lending.lend(act, patron, item, scan.lifted(), Roles.may(by, Operation.OVERRIDE_LOAN))
                    .orElseGet(() -> DeskAnswer.of(DeskAnswer.Act.JUST_LENT));
        });
    }

    /** Takes a copy back, whoever has it. */
    public DeskAnswer checkIn(Scan scan, long item, Caller by) {
        return once(scan.request(), by, connection -> take(tables.act(connection, scan, by), item, true));
    }

    /** Puts a copy on its shelf although somebody waits for it; the next scan asks again (rule H3). */
    public DeskAnswer shelve(Scan scan, long item, Caller by) {
        return once(scan.request(), by, connection -> take(tables.act(connection, scan, by), item, false));
    }

    /** What was just returned is damaged: it is kept back, and who had it is known until that is settled (rule X6). */
    public DeskAnswer damaged(Scan scan, long item, Caller by) {
        return once(scan.request(), by, connection -> breakage.damaged(tables.act(connection, scan, by), item));
    }

    /** The borrower has lost it (rule X1). @param loan within reach, else unknown */
    public DeskAnswer lost(Scan scan, long loan, Caller by) {
        return once(scan.request(), by, connection -> breakage.lost(tables.act(connection, scan, by), loan));
    }

    /** Somebody says that it was returned, or never lent to them (rule X5). @param loan within reach, else unknown @param saidBy empty: the borrower */
    public DeskAnswer claim(Scan scan, long loan, ClaimKind kind, String saidBy, Caller by) {
        return once(scan.request(), by, connection -> {
            return claiming.claim(tables.act(connection, scan, by), loan, kind, saidBy);
        });
    }

    /** What the patron at the desk has of this copy is lost: one was chosen from a list. */
    public DeskAnswer lostCopy(Scan scan, long item, Caller by) {
        if (scan.patron().isEmpty()) return DeskAnswer.of(NOBODY_AT_DESK);
        var loan = database.read(connection -> tables.loans().findOpenOfItem(connection, item))
                .filter(open -> open.isOf(scan.patron().get()));
        return loan.isEmpty() ? DeskAnswer.of(UNKNOWN) : lost(scan, loan.get().id(), by);
    }

    private DeskAnswer take(DeskTables.Act act, long item, boolean aside) throws SQLException {
        var zone = tables.terms().zone(act.place().site());
        if (ReturnTime.of(act.now(), act.place().returnedOn(), zone).isEmpty()) {
            return DeskAnswer.of(REFUSED)
                    .because(List.of(Blocked.of(
                            LoanBlock.RETURN_DAY_TO_COME,
                            act.place().returnedOn().orElseThrow())));
        }
        return returning.take(act, item, aside);
    }

    /**
     * Ends the loan of somebody else and lends the copy to who stands at the desk, all or nothing (rule O3).
     *
     * @param scan whose patron gets it
     */
    public DeskAnswer takeAndLend(Scan scan, long item, Caller by) {
        if (scan.patron().isEmpty()) return DeskAnswer.of(NOBODY_AT_DESK);
        return once(scan.request(), by, connection -> {
            var act = tables.act(connection, scan, by);
            // Lock order: people before copies.
            tables.people().lock(connection, scan.patron().get());
            var returned = take(act, item, false);
            if (returned.act() == REFUSED) return returned;
            var lent =
                    lending.lend(act, scan.patron().get(), item, scan.lifted(), Roles.may(by, Operation.OVERRIDE_LOAN));
            var answer = lent.orElseThrow();
            if (answer.act() == REFUSED) throw new Refusal(answer);
            return answer.saying(List.of(new DeskAnswer.Remark(DeskAnswer.Remark.Kind.TAKEN_FROM_OTHER, "")));
        });
    }

    /** Several acts that are one: a cart and what is in it, a loaner for what is broken. */
    @FunctionalInterface
    public interface Together {
        /** @return what is told and kept; by {@link Acts#refuse} nothing of it happens */
        DeskAnswer on(Acts acts) throws SQLException;
    }

    /** What can be done together, in the transaction of the whole. */
    public final class Acts {
        private final DeskTables.Act act;
        private final Scan scan;

        private Acts(DeskTables.Act act, Scan scan) {
            this.act = act;
            this.scan = scan;
        }

        public Connection connection() {
            return act.connection();
        }

        public DeskAct act() {
            return act.act();
        }

        /** Locks people: to be done first, for all of them in the order of their numbers. Empty for who is not there. */
        public Optional<Patron> lock(long patron) throws SQLException {
            return tables.people().lock(act.connection(), patron);
        }

        /** By the rules of the desk. What the same person has already is taken for lent. */
        public DeskAnswer lend(long patron, long item) throws SQLException {
            var mayOverride = Roles.may(act.by(), Operation.OVERRIDE_LOAN);
            return lending.lend(act, patron, item, scan.lifted(), mayOverride)
                    .orElseGet(() -> DeskAnswer.of(DeskAnswer.Act.JUST_LENT));
        }

        /** Takes it back, whoever has it. @param aside whether somebody who waits may get it */
        public DeskAnswer take(long item, boolean aside) throws SQLException {
            return CirculationDesk.this.take(act, item, aside);
        }

        /**
         * Takes back what a request did to one loan, under the conditions of {@link CirculationDesk#undo}.
         *
         * @param what check-out or return
         * @param loan as it is now
         */
        public boolean undo(UUID request, DeskAnswer.Act what, Loan loan) throws SQLException {
            var told = DeskAnswer.of(what).with(loan);
            var person = loan.patron().isPresent()
                    ? tables.people().find(act.connection(), loan.patron().getAsLong())
                    : Optional.<Patron>empty();
            var item = tables.items().find(act.connection(), loan.item()).orElseThrow();
            var answer = person.map(told::with).orElse(told).with(item);
            return undoing.takeBack(act, request, StoredAnswer.of(answer)).act() == DeskAnswer.Act.UNDONE;
        }

        /** The loan as it is now; empty when there is none. */
        public Optional<Loan> loan(long id) throws SQLException {
            return tables.loans().find(act.connection(), id);
        }

        /** The copy as it is now. */
        public Optional<ItemForLoan> item(long id) throws SQLException {
            return tables.items().find(act.connection(), id);
        }

        /** Nothing of the whole happens, and this is told. */
        public RuntimeException refuse(DeskAnswer answer) {
            return new Refusal(answer);
        }
    }

    /** One transaction, and once for its request, for features that do more than one thing at a scan. */
    public DeskAnswer together(Scan scan, Caller by, Together work) {
        return once(scan.request(), by, connection -> work.on(new Acts(tables.act(connection, scan, by), scan)));
    }

    /**
     * What speaks against giving a copy to somebody, in the transaction of a feature that gives it in another way than by a loan:
     * the same that speaks against a loan. Person and copy are locked from then on. Empty when one of them is not within reach.
     */
    public Optional<List<Blocked>> against(Connection connection, Scan scan, long patron, long item, Caller by)
            throws SQLException {
        return lending.against(tables.act(connection, scan, by), patron, item);
    }

    /**
     * Whether somebody waits for a copy, or it is set aside or on its way: in the transaction of a feature that would take it off its
     * shelf. The copy is locked.
     */
    public boolean isWanted(Connection connection, Scan scan, long item, Caller by) throws SQLException {
        var copy = tables.items().find(connection, item).orElseThrow();
        var act = tables.act(connection, scan, by);
        return switch (tables.holds().atCheckIn(connection, DeskCopy.of(copy), tables.atDesk(act))) {
            case CheckInProposal.Shelve shelve -> false;
            case CheckInProposal.SendHome home -> false;
            default -> true;
        };
    }

    private DeskAnswer command(DeskCommand command, Scan scan, Caller by) {
        return switch (command) {
            case DONE -> DeskAnswer.of(DONE);
            case UNDO -> undo(scan, Optional.empty(), by);
            case DAMAGED -> damagedLast(scan, by);
            case LOST -> whichIsLost(scan, by);
            case RENEW_ALL -> renewAll(scan, by);
            case SWAP -> DeskAnswer.of(DeskAnswer.Act.SWAP);
        };
    }

    /** It costs money, and nothing was scanned: so it is asked, also where there is only one. */
    private DeskAnswer whichIsLost(Scan scan, Caller by) {
        if (scan.patron().isEmpty()) return DeskAnswer.of(NOBODY_AT_DESK);
        var patron = scan.patron().get();
        return database.read(connection -> {
            var person = tables.people().find(connection, patron).filter(known -> isReached(known, by));
            if (person.isEmpty() || !Roles.may(by, Operation.SEE_TITLES_OF_PERSON)) return DeskAnswer.of(UNKNOWN);
            var copies = new ArrayList<ItemForLoan>();
            for (var loan : tables.loans().findOpenOfPatron(connection, patron))
                if (loan.state() == LoanState.OUT)
                    tables.items().find(connection, loan.item()).ifPresent(copies::add);
            return DeskAnswer.of(CHOOSE_LOST).with(person.get()).chooseCopy(copies);
        });
    }

    /** Everything that the patron at the desk has is renewed, as far as it can be. */
    public DeskAnswer renewAll(Scan scan, Caller by) {
        if (scan.patron().isEmpty()) return DeskAnswer.of(NOBODY_AT_DESK);
        return once(
                scan.request(),
                by,
                connection -> renewing.renewAll(
                        tables.act(connection, scan, by), scan.patron().get()));
    }

    private DeskAnswer damagedLast(Scan scan, Caller by) {
        return once(scan.request(), by, connection -> breakage.damagedLast(tables.act(connection, scan, by)));
    }

    /** @param loan within reach, else unknown */
    public DeskAnswer renew(Scan scan, long loan, Caller by) {
        return once(scan.request(), by, connection -> {
            var act = tables.act(connection, scan, by);
            return renewing.renew(act, loan, scan.lifted(), Roles.may(by, Operation.OVERRIDE_LOAN));
        });
    }

    /**
     * Takes back what this account did within the last minute.
     *
     * @param undone the request that is taken back; empty for the last that can be
     */
    public DeskAnswer undo(Scan scan, Optional<UUID> undone, Caller by) {
        return once(scan.request(), by, connection -> undoing.undo(tables.act(connection, scan, by), undone));
    }

    @FunctionalInterface
    private interface Work {
        DeskAnswer on(Connection connection) throws SQLException;
    }

    /** Rolls back what the second of two requests did that came at the same time. */
    private static final class Second extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Rolls back what was done before a refusal came out. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient DeskAnswer answer;

        Refusal(DeskAnswer answer) {
            this.answer = answer;
        }
    }

    /**
     * The answer is written last, with the work, and its number is a key: of two that come at the same time one waits for the other
     * there, finds that it was the second, and nothing of it stays. One that comes later finds it likewise: that is rare, and to look
     * beforehand would cost all others a way to the database.
     */
    private DeskAnswer once(UUID request, Caller by, Work work) {
        try {
            return database.transaction(connection -> {
                var answer = work.on(connection);
                if (!keep(connection, request, by, answer)) throw new Second();
                return answer;
            });
        } catch (RuntimeException e) {
            // What the first one did may be nothing that the second one could make sense of.
            return database.read(connection -> {
                var known = tables.requests().find(connection, request);
                if (known.isEmpty() && e instanceof Refusal refusal) return refusal.answer;
                if (known.isEmpty()) throw e;
                return repeated(connection, known.get(), by);
            });
        }
    }

    private boolean keep(Connection connection, UUID request, Caller by, DeskAnswer answer) throws SQLException {
        var stored = StoredAnswer.of(answer);
        var account = OptionalLong.of(by.account());
        var told = new DeskRequestStore.Told(stored.json(), stored.loan(), stored.patron());
        return tables.requests()
                .add(connection, request, account, tables.clock().instant(), told);
    }

    /** Numbers of requests are made by chance: one that is known with another account was guessed, and is told nothing. */
    private DeskAnswer repeated(Connection connection, DeskRequestStore.Known known, Caller by) throws SQLException {
        if (!known.account().equals(OptionalLong.of(by.account()))) return DeskAnswer.of(UNKNOWN);
        if (known.answer().isEmpty()) return DeskAnswer.of(FORGOTTEN).again();
        return rebuilt(connection, StoredAnswer.read(known.answer().get()), by).again();
    }

    private DeskAnswer rebuilt(Connection connection, StoredAnswer told, Caller by) throws SQLException {
        var name = waiting(connection, told, by);
        var blocks = told.blocks().stream()
                .map(said -> StoredAnswer.namesWaiting(said.block()) ? Blocked.of(said.block(), name) : said)
                .toList();
        var remarks = told.remarks().stream()
                .map(said -> StoredAnswer.namesWaiting(said.kind()) ? new DeskAnswer.Remark(said.kind(), name) : said)
                .toList();
        var answer = DeskAnswer.of(told.act()).because(blocks).saying(remarks);
        if (told.item().isPresent()) {
            var item = tables.items().find(connection, told.item().getAsLong());
            answer = item.map(answer::with).orElse(answer);
        }
        if (told.patron().isPresent()) {
            var person = tables.people().find(connection, told.patron().getAsLong());
            answer = person.map(answer::with).orElse(answer);
        }
        if (told.loan().isPresent()) {
            var loan = tables.loans().find(connection, told.loan().getAsLong());
            answer = loan.map(found -> found.dueAs(told.due(), told.dueOn()))
                    .map(answer::with)
                    .orElse(answer);
        }
        return answer;
    }

    /** Names are not kept with answers (rule PR-1): for whom the copy is set aside now; empty when it is not, or out of reach. */
    private String waiting(Connection connection, StoredAnswer told, Caller by) throws SQLException {
        var isNamed = told.blocks().stream().anyMatch(said -> StoredAnswer.namesWaiting(said.block()))
                || told.remarks().stream().anyMatch(said -> StoredAnswer.namesWaiting(said.kind()));
        if (!isNamed || told.item().isEmpty()) return "";
        var held = new HeldCopyStore().find(connection, told.item().getAsLong());
        if (held.isEmpty() || held.get().patron().isEmpty()) return "";
        return tables.people()
                .find(connection, held.get().patron().getAsLong())
                .filter(person -> isReached(person, by))
                .map(Patron::spokenName)
                .orElse("");
    }
}
