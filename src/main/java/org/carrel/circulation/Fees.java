package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.FeeResult.Done;
import org.carrel.circulation.FeeResult.Problem;
import org.carrel.circulation.FeeResult.Refused;
import org.carrel.circulation.FeeResult.TooMuch;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.fees.FeeLedger.Debtor;
import org.carrel.circulation.rules.Ledger;
import org.carrel.circulation.rules.Ledger.Posting;
import org.carrel.circulation.rules.Ledger.Settlement;
import org.carrel.circulation.store.ChargeStore;
import org.carrel.circulation.store.ChargeStore.Act;
import org.carrel.circulation.store.LossStore;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/**
 * Accounts of what people owe: money is taken, given back, waived and given up. Each act has a request of its own, and is done
 * once however often the request comes.
 */
@Door
public class Fees {
    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    private static final OptionalLong NO_LOAN = OptionalLong.empty();

    private final Database database;
    private final Clock clock;
    private final Borrowers borrowers;
    private final ItemsAtDesk items;
    private final FeeLedger ledger;
    private final AuditTrail audit;
    private final ChargeStore charges = new ChargeStore();
    private final LossStore losses = new LossStore();

    @Inject
    public Fees(
            Database database,
            Clock clock,
            Borrowers borrowers,
            ItemsAtDesk items,
            FeeLedger ledger,
            AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.borrowers = borrowers;
        this.items = items;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** @param charges numbers of what is paid for; none: the oldest first */
    public record Payment(UUID request, long patron, Money amount, PayMeans means, Set<Long> charges) {}

    /** @param amount empty: all of it @param charges numbers; none: the oldest first */
    public record Forgiving(
            UUID request, long patron, boolean writeOff, Optional<Money> amount, Set<Long> charges, String reason) {}

    /** @param charge number of what was paid for */
    public record Refunding(UUID request, long patron, long charge, Money amount, PayMeans means, String reason) {}

    /** @param damage number of the report that it is for; empty for none */
    public record Charging(
            UUID request,
            long patron,
            ChargeType type,
            ChargeClass group,
            Money amount,
            String reason,
            Optional<Long> damage) {}

    /** Empty when there is no such person within reach. That somebody looked is written down by who shows it. */
    public Optional<AccountStatement> statement(Caller by, long patron) {
        return database.read(connection -> {
            var person = borrowers.find(connection, patron).filter(known -> may(by, Operation.TAKE_PAYMENTS, known));
            if (person.isEmpty()) return Optional.empty();
            var lines = charges.ofPatron(connection, patron);
            var copies = copies(connection, lines);
            var shown = lines.reversed().stream()
                    .map(line -> new AccountStatement.Line(line, line.loan().map(loan -> copies.get(loan))))
                    .toList();
            return Optional.of(new AccountStatement(patron, shown, Ledger.owed(lines)));
        });
    }

    /** By number of the loan. */
    private Map<Long, LentCopy> copies(Connection connection, Collection<ChargeLine> lines) throws SQLException {
        var ofLoans = charges.items(
                connection,
                lines.stream().flatMap(line -> line.loan().stream()).distinct().toList());
        var copies = new HashMap<Long, LentCopy>();
        for (var item : items.find(connection, ofLoans.values())) {
            ofLoans.forEach((loan, number) -> {
                if (number == item.id()) copies.put(loan, copy(item));
            });
        }
        return copies;
    }

    private static LentCopy copy(ItemForLoan item) {
        return new LentCopy(
                item.id(), item.barcode(), item.title(), item.callNumber().text());
    }

    /** What each of these people owes; who owes nothing is left out. */
    public Map<Long, Money> owed(Collection<Long> patrons) {
        return database.read(connection -> charges.owed(connection, patrons));
    }

    /** Empty when there is no such receipt within reach. @param number of the act */
    public Optional<FeeReceipt> receipt(Caller by, long number) {
        return database.read(connection -> {
            var act = charges.findAct(connection, number);
            if (act.isEmpty() || act.get().patron().isEmpty()) return Optional.empty();
            var patron = act.get().patron().getAsLong();
            var person = borrowers.find(connection, patron).filter(known -> may(by, Operation.TAKE_PAYMENTS, known));
            if (person.isEmpty()) return Optional.empty();
            var lines = charges.ofAct(connection, number);
            var copies = copies(connection, lines);
            var parts = lines.stream()
                    .map(line -> part(line, act.get(), line.loan().map(loan -> copies.get(loan))))
                    .filter(part -> !part.amount().isZero())
                    .toList();
            return Optional.of(receipt(act.get(), patron, parts, charges.owed(connection, patron)));
        });
    }

    private static FeeReceipt receipt(Act act, long patron, List<FeeReceipt.Part> parts, Owed left) {
        return new FeeReceipt(
                act.id(), patron, act.kind(), act.means(), act.total(), act.at(), act.account(), parts, left);
    }

    private static FeeReceipt.Part part(ChargeLine line, Act act, Optional<LentCopy> copy) {
        var amount = Money.sum(line.entries().stream()
                .filter(entry -> entry.act() == act.id() && entry.kind() == act.kind())
                .map(ChargeEntry::amount)
                .toList());
        return new FeeReceipt.Part(line.type(), copy.map(LentCopy::barcode).orElse(""), line.reason(), amount);
    }

    public FeeResult pay(Caller by, Payment payment) {
        if (payment.means() == PayMeans.CREDIT) return useCredit(by, payment.request(), payment.patron());
        return act(by, Operation.TAKE_PAYMENTS, payment.request(), payment.patron(), (connection, act) -> {
            var lines = charges.ofPatron(connection, payment.patron());
            var settlement = Ledger.settle(lines, EntryKind.PAYMENT, Optional.of(payment.amount()), payment.charges());
            return new Planned(settlement, EntryKind.PAYMENT, Optional.of(payment.means()), "", lines);
        });
    }

    /** What the library has to give back pays what is owed. */
    private FeeResult useCredit(Caller by, UUID request, long patron) {
        return act(by, Operation.TAKE_PAYMENTS, request, patron, (connection, act) -> {
            var lines = charges.ofPatron(connection, patron);
            var entries = Ledger.useCredit(lines);
            var settlement = entries.isEmpty() ? new Settlement.Nothing() : new Settlement.Entries(entries);
            return new Planned(settlement, EntryKind.PAYMENT, Optional.of(PayMeans.CREDIT), "", lines);
        });
    }

    /** Waives it, or gives it up; a reason is needed. */
    public FeeResult forgive(Caller by, Forgiving forgiving) {
        var problem = reasonProblem(forgiving.reason());
        if (problem.isPresent()) return new Refused(problem.get());
        return act(by, Operation.DECIDE_FEES, forgiving.request(), forgiving.patron(), (connection, act) -> {
            var lines = charges.ofPatron(connection, forgiving.patron());
            var kind = forgiving.writeOff() ? EntryKind.WRITE_OFF : EntryKind.WAIVER;
            var settlement = Ledger.settle(lines, kind, forgiving.amount(), forgiving.charges());
            return new Planned(
                    settlement, kind, Optional.empty(), forgiving.reason().strip(), lines);
        });
    }

    /** Gives money back that was paid for a charge; a reason is needed. */
    public FeeResult refund(Caller by, Refunding refunding) {
        var problem = reasonProblem(refunding.reason());
        if (problem.isPresent()) return new Refused(problem.get());
        return act(by, Operation.DECIDE_FEES, refunding.request(), refunding.patron(), (connection, act) -> {
            var lines = charges.ofPatron(connection, refunding.patron());
            var settlement = lines.stream()
                    .filter(line -> line.id() == refunding.charge())
                    .findFirst()
                    .map(line -> Ledger.refund(line, refunding.amount()))
                    .orElseGet(Settlement.Nothing::new);
            var means = refunding.means() == PayMeans.CREDIT ? PayMeans.OTHER : refunding.means();
            return new Planned(
                    settlement,
                    EntryKind.REFUND,
                    Optional.of(means),
                    refunding.reason().strip(),
                    lines);
        });
    }

    /** What the act would write. */
    private record Planned(
            Settlement settlement, EntryKind kind, Optional<PayMeans> means, String reason, List<ChargeLine> lines) {}

    /** Works an act out, with the patron locked. */
    @FunctionalInterface
    private interface Plan {
        Planned of(Connection connection, DeskAct act) throws SQLException;
    }

    private FeeResult act(Caller by, Operation operation, UUID request, long patron, Plan plan) {
        return database.transaction(connection -> {
            var refused = refusal(connection, by, operation, patron);
            if (refused.isPresent()) return new Refused(refused.get());
            var known = charges.findAct(connection, request.toString());
            if (known.isPresent()) return again(known.get(), patron);
            var act = new DeskAct(request, clock.instant(), OptionalLong.of(by.account()));
            var planned = plan.of(connection, act);
            return switch (planned.settlement()) {
                case Settlement.Nothing nothing -> new Refused(Problem.NOTHING_THERE);
                case Settlement.TooMuch much -> new TooMuch(much.most());
                case Settlement.Entries entries -> write(connection, by, patron, planned, entries.entries(), act);
            };
        });
    }

    private static FeeResult again(Act known, long patron) {
        return known.patron().orElse(0) == patron
                ? new Done(known.id(), known.total(), true)
                : new Refused(Problem.OTHER_REQUEST);
    }

    private FeeResult write(
            Connection connection, Caller by, long patron, Planned planned, List<Posting> entries, DeskAct act)
            throws SQLException {
        var loans = planned.lines().stream()
                .filter(line -> entries.stream().anyMatch(entry -> entry.charge() == line.id()))
                .flatMap(line -> line.loan().stream())
                .distinct()
                .toList();
        for (var item :
                charges.items(connection, loans).values().stream().sorted().toList()) {
            items.lock(connection, item);
        }
        var number = ledger.post(connection, patron, planned.kind(), planned.means(), entries, planned.reason(), act)
                .orElseThrow();
        ledger.settle(connection, loans, act);
        var total = Money.sum(entries.stream()
                .filter(entry -> entry.kind() == planned.kind())
                .map(Posting::amount)
                .toList());
        var action = "fee_" + planned.kind().name().toLowerCase(Locale.ROOT);
        audit.add(connection, OptionalLong.of(by.account()), action, new Subject("patron", patron));
        return new Done(number, total, false);
    }

    /** Charges something that no rule has worked out; a reason is needed. */
    public FeeResult charge(Caller by, Charging charging) {
        var problem = reasonProblem(charging.reason());
        if (problem.isPresent()) return new Refused(problem.get());
        return database.transaction(connection -> {
            var refused = refusal(connection, by, Operation.DECIDE_FEES, charging.patron());
            if (refused.isPresent()) return new Refused(refused.get());
            var lines = charges.ofRequest(connection, charging.request().toString());
            if (!lines.isEmpty()) return new Done(0, lines.getFirst().amount(), true);
            return charge(connection, by, charging);
        });
    }

    private FeeResult charge(Connection connection, Caller by, Charging charging) throws SQLException {
        var act = new DeskAct(charging.request(), clock.instant(), OptionalLong.of(by.account()));
        var loan = NO_LOAN;
        if (charging.damage().isPresent()) {
            var damage = losses.findDamage(connection, charging.damage().get());
            if (damage.isEmpty() || damage.get().patron().orElse(0) != charging.patron()) {
                return new Refused(Problem.MISSING);
            }
            if (!losses.settle(connection, damage.get().id(), DamageEnd.CHARGED, act)) {
                return new Refused(Problem.SETTLED);
            }
            loan = damage.get().loan();
        }
        var debtor = new Debtor(charging.patron(), loan, charging.group());
        var why = List.of(ChargeReason.of(ChargeWhy.DECIDED));
        ledger.charge(
                connection,
                debtor,
                charging.type(),
                charging.amount(),
                why,
                charging.reason().strip(),
                act);
        audit.add(connection, OptionalLong.of(by.account()), "fee_charged", new Subject("patron", charging.patron()));
        return new Done(0, charging.amount(), false);
    }

    /** Locks the person. Empty when the caller may do it to them. */
    private Optional<Problem> refusal(Connection connection, Caller by, Operation operation, long patron)
            throws SQLException {
        var person = borrowers.lock(connection, patron).filter(known -> known.mergedInto()
                .isEmpty());
        if (person.isEmpty() || !may(by, Operation.TAKE_PAYMENTS, person.get())) return Optional.of(Problem.MISSING);
        return may(by, operation, person.get()) ? Optional.empty() : Optional.of(Problem.NOT_ALLOWED);
    }

    private static boolean may(Caller by, Operation operation, Patron person) {
        var site = person.facts().get(PatronField.SITE);
        var owner = site.isEmpty() ? new Owner(Optional.empty(), OptionalLong.empty()) : Owner.site(site);
        return by.may(operation, owner);
    }

    private static Optional<Problem> reasonProblem(String reason) {
        if (reason.isBlank()) return Optional.of(Problem.NO_REASON);
        return reason.strip().length() > LONGEST_REASON ? Optional.of(Problem.TOO_LONG) : Optional.empty();
    }
}
