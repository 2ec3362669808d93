package org.carrel.circulation;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.catalog.MarcImports;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.fees.LostAndFound;
import org.carrel.circulation.holds.HoldQueue;
import org.carrel.fixtures.Staff;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.PatronBlocks;
import org.carrel.patrons.PatronCards;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.Patrons;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.SettingSources;
import org.carrel.platform.Settings;
import org.carrel.platform.Sql;
import org.carrel.privacy.Retention;
import org.carrel.school.ClosureDraft;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteDraft;
import org.carrel.school.Sites;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.PersonKeys;
import org.carrel.security.Role;

/**
 * A desk of a school of its own on the running product's database: in Chicago, open Monday to Friday from 7:30 to 16:00, at a time
 * and with loan rules that the test sets. Every test makes its own people and copies.
 */
public final class TestDesk implements AutoCloseable {
    /** A Wednesday at ten in the morning in Chicago. */
    static final Instant WEDNESDAY = Instant.parse("2026-10-14T15:00:00Z");

    private static final AtomicInteger NEXT = new AtomicInteger();

    public final TestClock clock = new TestClock(WEDNESDAY);
    public final Database database;
    public final String site;
    public final CirculationDesk desk;
    public final Loans loans;
    public final LoanMemory memory;
    public final Patrons patrons;
    public final PatronCards cards;
    final PatronBlocks blocks;
    public final SchoolCalendar calendar;
    public final FeeLedger ledger;
    final LostAndFound losses;
    final Holds holds;
    final MyBooks books;
    public final AuditTrail audit;
    /** What those who wait were told. */
    final List<HoldNews> told = new CopyOnWriteArrayList<>();

    private final Caller technician;
    private final HikariDataSource connections;
    /** When periods end. */
    public volatile BellTimes bells = BellTimes.UNKNOWN;

    private volatile LoanRuleTable rules = LoanRuleTable.EMPTY;

    private TestDesk(HikariDataSource connections, Function<TestDesk, List<LoanGuard>> guards) {
        this.connections = connections;
        database = new Database(connections);
        audit = new AuditTrail(
                database, clock, new PersonKeys(Path.of(System.getProperty("carrel.test.home"), "keys")));
        site = unique("ZC-");
        technician = new Caller(
                1_000_000_000 + System.nanoTime() % 1_000_000_000 * 2,
                "technician",
                "Technician",
                Role.TECHNICIAN,
                Optional.empty());
        new Sites(database, clock, audit)
                .add(new SiteDraft(site, "School " + site, "", "", "America/Chicago", "BOTH", "", "", 0), 1);
        calendar = new SchoolCalendar(database, clock, audit);
        var week = new HashMap<DayOfWeek, String>();
        for (var day : DayOfWeek.values()) week.put(day, day.compareTo(DayOfWeek.FRIDAY) <= 0 ? "07:30-16:00" : "");
        calendar.saveHours(site, week, 1);
        var items = new ItemsAtDesk();
        var people = new Borrowers();
        patrons = new Patrons(database, clock);
        cards = new PatronCards(database, clock);
        blocks = new PatronBlocks(database, clock);
        var retention = new Retention(database, clock, Settings.of(new SettingSources()));
        var terms = new LendingTerms(() -> rules, calendar, retention, site -> bells);
        ledger = new FeeLedger(List.of(new SettledLoanMemory(terms)));
        losses = new LostAndFound(items, ledger);
        var queue = new HoldQueue(Duration.ZERO, () -> rules);
        holds = new Holds(
                database,
                clock,
                calendar,
                new HoldTables(people, () -> rules, audit),
                queue,
                List.of((connection, news) -> told.addAll(news)));
        var deskRules = new DeskRules(
                terms,
                queue,
                ledger,
                losses,
                new LossByRule(() -> rules, calendar),
                List.of((connection, news) -> told.addAll(news)),
                List.of(),
                guards.apply(this));
        desk = new CirculationDesk(database, clock, items, people, patrons, deskRules, audit);
        loans = new Loans(database, clock, items, people, terms, ledger);
        books = new MyBooks(database, desk, new HoldLists(database, clock, calendar));
        memory = new LoanMemory(database, clock, ledger, List.of());
    }

    public static TestDesk open() {
        return open(desk -> List.of());
    }

    /** @param guards of those who know more of some copies */
    public static TestDesk open(Function<TestDesk, List<LoanGuard>> guards) {
        // Skips the test aloud where the product does not run.
        Staff.of(Role.TECHNICIAN);
        return new TestDesk(
                DataSources.open(
                        new DatabaseSettings(
                                System.getProperty("carrel.test.db.url"),
                                System.getProperty("carrel.test.db.user"),
                                System.getProperty("carrel.test.db.password")),
                        Duration.ZERO),
                guards);
    }

    static String unique(String start) {
        return start + Long.toString(System.nanoTime(), 28).toUpperCase(Locale.ROOT) + NEXT.incrementAndGet();
    }

    /** From now on these rules hold for everybody here. */
    void rules(LoanRuleTable table) {
        rules = table;
    }

    /** One rule for all: {@code rule("period=3 days", "renewals=1")}. */
    public void rule(String... fields) {
        var values = new EnumMap<RuleField, String>(RuleField.class);
        Arrays.stream(fields).map(field -> field.split("=", 2)).forEach(pair -> {
            var field = RuleField.ofCode(pair[0]).orElseThrow();
            values.put(field, field.read(pair[1]).orElseThrow());
        });
        rules(new LoanRuleTable(List.of(new LoanRule(LoanRuleKey.DEFAULT, values)), List.of(), List.of()));
    }

    /** Of this desk alone: what others do at the same time is not this one's to take back. */
    public Caller technician() {
        return technician;
    }

    Caller aide() {
        return new Caller(technician.account() + 1, "aide", "Aide", Role.AIDE, Optional.empty());
    }

    /** A student of this school; the number of the person. */
    public long student(String name) {
        return person(Map.of(PatronField.GIVEN_NAME, name));
    }

    public long person(Map<PatronField, String> some) {
        return person(some, Optional.empty());
    }

    long person(Map<PatronField, String> some, Optional<LocalDate> expires) {
        var facts = new HashMap<>(Map.of(
                PatronField.GIVEN_NAME, "Ana",
                PatronField.FAMILY_NAME, unique("Desk"),
                PatronField.CATEGORY, "STUDENT",
                PatronField.GRADE, "05",
                PatronField.SITE, site,
                PatronField.STATUS, "ACTIVE"));
        facts.putAll(some);
        var saved = patrons.add(new PatronFacts(facts), "", expires, "test");
        return ((PatronSaved.Saved) saved).id();
    }

    /** A new card of the person; its number. */
    public String card(long patron) {
        var number = unique("C");
        cards.add(patron, number, "test");
        return number;
    }

    /** A copy of a title of its own; its barcode. */
    public String copy(String title) {
        return copies(title, 1).getFirst();
    }

    List<String> copies(String title, int count) {
        var barcodes = IntStream.range(0, count).mapToObj(at -> unique("B")).toList();
        var fields = barcodes.stream()
                .map(barcode -> "=852  \\\\$b" + site + "$hFIC$iTST$p" + barcode)
                .toArray(String[]::new);
        var file = new TestMarc()
                .book(unique("desk"), title + " " + unique("t"), fields)
                .file();
        new MarcImports(database, clock).run(new ImportRequest(file, site, true), done -> {});
        return barcodes;
    }

    public long item(String barcode) {
        return number("select id from item where barcode = ?", barcode);
    }

    long openLoan(String barcode) {
        return number("select id from loan where open_item = ?", item(barcode));
    }

    /** Somebody waits for the title of this copy from now on; the number of the hold. */
    public long hold(long patron, String barcode) {
        var bib = number("select bib_id from item where barcode = ?", barcode);
        var wish = HoldWish.ofTitle(patron, bib, site);
        return ((HoldPlaced.Placed) holds.place(wish, UUID.randomUUID(), HoldActor.patron(patron))).hold();
    }

    public Money owed(long patron) {
        return database.read(connection -> ledger.outstanding(connection, patron))
                .total();
    }

    public DeskPlace place() {
        return DeskPlace.at(site);
    }

    /** What the desk says to this text with nobody there. */
    public DeskAnswer scan(String text) {
        return desk.scan(Scan.now(UUID.randomUUID(), text, Optional.empty(), place()), technician());
    }

    /** With this person there. */
    public DeskAnswer scan(long patron, String text) {
        return desk.scan(request(patron, text), technician());
    }

    public DeskAnswer scan(long patron, String text, Lifted lifted) {
        return desk.scan(
                new Scan(UUID.randomUUID(), text, Optional.of(patron), place(), Duration.ZERO, lifted), technician());
    }

    public Scan request(long patron, String text) {
        return Scan.now(UUID.randomUUID(), text, Optional.of(patron), place());
    }

    /** A request without a text: a button. */
    public Scan press() {
        return Scan.now(UUID.randomUUID(), "", Optional.empty(), place());
    }

    void close(String first, String last, String reason) {
        calendar.addClosure(site, new ClosureDraft(first, last, reason, reason, ""), 1);
    }

    /** A class of this school, as a roster has it; its number. */
    long schoolClass(String title, String periods) {
        write("insert ignore into roster_source (name) values ('desk')");
        var sourced = unique("class");
        write(
                "insert into school_class (source_id, sourced_id, title, periods, site_id) values "
                        + "((select id from roster_source where name = 'desk'), ?, ?, ?, (select id from site where code = ?))",
                sourced,
                title,
                periods,
                site);
        return number("select id from school_class where sourced_id = ?", sourced);
    }

    void enrol(long schoolClass, long patron, String role, String first, String last) {
        write(
                "insert into enrolment (source_id, sourced_id, class_id, patron_id, user_sourced_id, role, begins_on, "
                        + "ends_on) values ((select id from roster_source where name = 'desk'), ?, ?, ?, ?, ?, ?, ?)",
                unique("in"),
                schoolClass,
                patron,
                String.valueOf(patron),
                role,
                first,
                last);
    }

    public long number(String sql, Object... parameters) {
        return database.read(connection -> Sql.first(connection, sql, row -> row.getLong(1), parameters))
                .orElseThrow();
    }

    public void write(String sql, Object... parameters) {
        database.transaction(connection -> Sql.update(connection, sql, parameters));
    }

    @Override
    public void close() {
        connections.close();
    }
}
