package org.carrel.circulation;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.Fees.Payment;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.fees.FeeLedger.Debtor;
import org.carrel.circulation.fees.LostAndFound;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.LoanStore.NewLoan;
import org.carrel.circulation.store.LossStore;
import org.carrel.circulation.store.RuleJson;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.Patrons;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Sql;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/** People, copies and loans of the running product's database, and the doors of money beside it; each test makes its own. */
public final class TestLedger implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    /** So late that nothing which the running product does by the clock comes before it. */
    static final Instant NOW = Instant.parse("2036-10-01T15:00:00Z");

    final Database database;
    final FeeLedger ledger;
    final LostAndFound lostAndFound;
    final ItemsAtDesk items = new ItemsAtDesk();
    final LoanStore loans = new LoanStore();
    final Borrowers borrowers = new Borrowers();
    private final HikariDataSource connections;

    private TestLedger(HikariDataSource connections, List<SettledLoans> listeners) {
        this.connections = connections;
        database = new Database(connections);
        ledger = new FeeLedger(listeners);
        lostAndFound = new LostAndFound(items, ledger);
    }

    public static TestLedger connect(SettledLoans... listeners) {
        Staff.with(doors -> doors.database().read(connection -> true));
        return new TestLedger(
                DataSources.open(
                        new DatabaseSettings(
                                System.getProperty("carrel.test.db.url"),
                                System.getProperty("carrel.test.db.user"),
                                System.getProperty("carrel.test.db.password")),
                        Duration.ZERO),
                List.of(listeners));
    }

    Fees fees() {
        return fees(NOW);
    }

    Fees fees(Instant now) {
        var clock = Clock.fixed(now, ZONE);
        return new Fees(database, clock, borrowers, items, ledger, new AuditTrail(database, Clock.systemUTC()));
    }

    LostThings things() {
        var clock = Clock.fixed(NOW, ZONE);
        return new LostThings(
                database,
                clock,
                borrowers,
                items,
                lostAndFound,
                ledger,
                new AuditTrail(database, Clock.systemUTC()),
                List.of());
    }

    static Caller technician() {
        return Staff.of(Role.TECHNICIAN, "LMC").caller();
    }

    static Caller librarian() {
        return Staff.of(Role.LIBRARIAN, "LMC").caller();
    }

    public long student(String family) {
        var facts = new PatronFacts(Map.of(
                PatronField.GIVEN_NAME, "Ana",
                PatronField.FAMILY_NAME, family,
                PatronField.CATEGORY, PatronCategory.STUDENT.name(),
                PatronField.GRADE, "07",
                PatronField.HOMEROOM, "7B",
                PatronField.SITE, "LMC",
                PatronField.STATUS, PatronStatus.ACTIVE.name()));
        var saved = new Patrons(database, Clock.fixed(NOW, ZONE)).add(facts, "", Optional.empty(), "test");
        return ((PatronSaved.Saved) saved).id();
    }

    /** A new copy of the first title of the sample school. */
    public long copy() {
        return database.transaction(connection -> {
            var id = Sql.first(connection, "select next value for item_id", row -> row.getLong(1))
                    .orElseThrow();
            var sql = """
                    insert into item (id, bib_id, site_id, shelf_key, barcode, price_cents, call_class)
                    select ?, i.bib_id, s.id, i.shelf_key, ?, 2000, 'FIC'
                    from item i join site s on s.code = 'LMC' order by i.id limit 1
                    """;
            Sql.update(connection, sql, id, "FEE" + id);
            return id;
        });
    }

    /** @param due the day */
    public long lend(long item, long patron, LocalDate due) {
        return lend(item, patron, due, "");
    }

    /** @param type of the copy, as the loan keeps it with its rules */
    long lend(long item, long patron, LocalDate due, String type) {
        return database.transaction(connection -> {
            var moment = due.atTime(23, 59).atZone(ZONE).toInstant();
            var loan = new NewLoan(
                    item,
                    patron,
                    loans.site(connection, "LMC").orElseThrow(),
                    ZONE,
                    PatronCategory.STUDENT,
                    "07",
                    NOW.minus(Duration.ofDays(200)),
                    Optional.of(moment),
                    Optional.of(due),
                    rule(type));
            return loans.open(connection, loan);
        });
    }

    private static String rule(String type) {
        var nothing = new ResolvedRule(Map.of(), List.of());
        return RuleJson.write(new RuleSnapshot("LMC", ZONE, PatronCategory.STUDENT, type, nothing));
    }

    public static DeskAct act() {
        return act(NOW);
    }

    public static DeskAct act(Instant at) {
        return new DeskAct(UUID.randomUUID(), at, OptionalLong.of(librarian().account()));
    }

    public long owe(long patron, String amount) {
        return owe(patron, OptionalLong.empty(), ChargeType.OVERDUE, amount);
    }

    /** The number of the charge. */
    long owe(long patron, OptionalLong loan, ChargeType type, String amount) {
        var debtor = new Debtor(patron, loan, ChargeClass.LIBRARY);
        var act = act();
        write(connection -> {
            borrowers.lock(connection, patron);
            ledger.charge(connection, debtor, type, Money.of(amount), List.of(), "", act);
        });
        return lines(patron).getLast().id();
    }

    /** A copy that was damaged; the number of the report. */
    public long damage(long item, long loan) {
        return database.transaction(
                connection -> lostAndFound.damaged(connection, item, loans.find(connection, loan), "Wet pages", act()));
    }

    public void claim(long loan) {
        write(connection -> lostAndFound.claimReturned(connection, loan, "her father", act()));
    }

    /** An amount with the reasons of a rule. */
    public void fine(long patron, long loan) {
        var debtor = new Debtor(patron, OptionalLong.of(loan), ChargeClass.LIBRARY);
        var why =
                List.of(ChargeReason.of(ChargeWhy.LATE_DAYS, "12", "0.10"), ChargeReason.of(ChargeWhy.CAPPED, "1.00"));
        write(connection -> ledger.overdue(connection, debtor, Money.of("1.00"), why, act()));
    }

    /** A lost copy is scanned: what was paid for it is to be given back. */
    public void find(long item) {
        write(connection -> {
            items.lock(connection, item);
            var open = loans.findOpenOfItem(connection, item);
            lostAndFound.turnedUp(connection, item, ClaimEnd.CHECKED_IN, act());
            if (open.isEmpty()) return;
            new LossStore().end(connection, open.get().id(), LoanEnd.RETURNED, NOW, NOW);
            ledger.settle(connection, List.of(open.get().id()), act());
        });
    }

    /** Title of the copy. */
    public String title(long item) {
        return text("select b.title from item i join bib_record b on b.id = i.bib_id where i.id = ?", item);
    }

    public String owes(long patron) {
        return owed(patron).total().toString();
    }

    /** In dollars. */
    public void payAll(long patron, String amount) {
        pay(patron, amount);
    }

    FeeResult pay(long patron, String amount) {
        return fees().pay(technician(), payment(patron, amount));
    }

    static Payment payment(long patron, String amount) {
        return new Payment(UUID.randomUUID(), patron, Money.of(amount), PayMeans.CASH, Set.of());
    }

    public LossResult lose(long loan, LossTerms terms) {
        return database.transaction(connection -> {
            var known = loans.find(connection, loan).orElseThrow();
            borrowers.lock(connection, known.patron().orElseThrow());
            items.lock(connection, known.item());
            return lostAndFound.markLost(connection, loan, ChargeClass.LIBRARY, terms, Optional.empty(), act());
        });
    }

    Owed owed(long patron) {
        return database.read(connection -> ledger.outstanding(connection, patron));
    }

    List<ChargeLine> lines(long patron) {
        return database.read(connection -> ledger.lines(connection, patron));
    }

    Loan loan(long id) {
        return database.read(connection -> loans.find(connection, id)).orElseThrow();
    }

    String condition(long item) {
        return text("select item_condition from item where id = ?", item);
    }

    /** The first column of the first row; {@code null} as a word. */
    String text(String sql, Object... parameters) {
        return database
                .read(connection -> Sql.list(connection, sql, row -> String.valueOf(row.getString(1)), parameters))
                .stream()
                .findFirst()
                .orElse("none");
    }

    long count(String sql, Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    /** Work that is committed. */
    public void write(Work work) {
        database.transaction(connection -> {
            work.on(connection);
            return true;
        });
    }

    /** What is written. */
    @FunctionalInterface
    public interface Work {
        void on(Connection connection) throws SQLException;
    }

    @Override
    public void close() {
        connections.close();
    }
}
