package org.carrel.circulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.catalog.MarcImports;
import org.carrel.circulation.HoldPlaced.Placed;
import org.carrel.circulation.holds.AtDesk;
import org.carrel.circulation.holds.CheckInProposal;
import org.carrel.circulation.holds.DeskCopy;
import org.carrel.circulation.holds.HoldQueue;
import org.carrel.circulation.holds.HoldsAfterCheckOut;
import org.carrel.circulation.holds.Whereabouts;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Database;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.Sites;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/**
 * Holds on the product's database in a year to come, so that the product's own job leaves them alone. The desk is played: loans are
 * rows that tests write, with the locks that a desk takes.
 */
public final class TestHolds implements AutoCloseable {
    /** A Thursday, at half past ten in Chicago. */
    public static final Instant THURSDAY = Instant.parse("2027-09-30T15:30:00Z");

    public final Privacy people;
    final Database database;
    final Holds holds;
    final HoldLists lists;
    final HoldJob job;
    final HoldQueue queue;
    final SchoolCalendar calendar;
    final List<HoldNews> told = Collections.synchronizedList(new ArrayList<>());
    private final Borrowers borrowers = new Borrowers();
    private final ItemsAtDesk items = new ItemsAtDesk();
    private final TestClock clock = new TestClock(THURSDAY);
    private volatile LoanRuleTable rules = LoanRuleTable.EMPTY;

    private TestHolds() {
        people = Privacy.connect(Clock.systemUTC());
        database = people.database;
        queue = new HoldQueue(Duration.ZERO, () -> rules);
        calendar = new SchoolCalendar(database, clock, people.audit);
        var tables = new HoldTables(borrowers, () -> rules, people.audit);
        List<HoldListener> listeners = List.of((connection, news) -> told.addAll(news));
        holds = new Holds(database, clock, calendar, tables, queue, listeners);
        lists = new HoldLists(database, clock, calendar);
        var sites = new Sites(database, clock, people.audit);
        rule();
        job = new HoldJob(database, clock, sites, calendar, borrowers, queue, listeners);
    }

    public static TestHolds connect() {
        return new TestHolds();
    }

    public void at(Instant moment) {
        clock.set(moment);
    }

    /** What the one rule for all says about holds: three open days on the hold shelf, if nothing else. */
    void rule(String... fields) {
        var values = new EnumMap<RuleField, String>(RuleField.class);
        values.put(RuleField.SHELF_DAYS, "3");
        for (var field : fields) {
            var pair = field.split("=", 2);
            var named = RuleField.ofCode(pair[0]).orElseThrow();
            values.put(named, named.read(pair[1]).orElseThrow());
        }
        rules = new LoanRuleTable(List.of(new LoanRule(LoanRuleKey.DEFAULT, values)), List.of(), List.of());
    }

    void later(Duration time) {
        clock.pass(time);
    }

    Instant now() {
        return clock.instant();
    }

    /** A title with its copies, the barcodes of which begin with the title's mark. */
    public record Title(long bib, List<Long> items) {
        public long copy(int number) {
            return items.get(number - 1);
        }
    }

    /** @param sites one for each copy */
    public Title title(String... sites) {
        var mark = Privacy.unique("h");
        var text =
                new StringBuilder("=LDR  00000nam a2200000 i 4500\n=001  " + mark + "\n=245  10$aHeld title " + mark);
        for (var i = 0; i < sites.length; i++) {
            text.append("\n=852  \\\\$a" + sites[i] + "$hFIC$iHLD$t" + (i + 1) + "$p" + mark.toUpperCase() + "-" + i);
        }
        try {
            var file = Files.writeString(
                    Files.createTempDirectory("holds").resolve(mark + ".mrk"), text + "\n", StandardCharsets.UTF_8);
            new MarcImports(database, Clock.systemUTC()).run(new ImportRequest(file, "LMC", true), done -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ids = database.read(connection -> Sql.list(
                connection,
                "select id, bib_id from item where barcode like ? order by barcode",
                row -> List.of(row.getLong(1), row.getLong(2)),
                mark.toUpperCase() + "-%"));
        for (var i = 0; i < ids.size(); i++) {
            var item = ids.get(i).getFirst();
            var there = site(sites[i]);
            people.write(connection -> Sql.update(connection, "update item set site_id = ? where id = ?", there, item));
        }
        if (ids.size() != sites.length) throw new IllegalStateException(mark + ": " + ids);
        return new Title(
                ids.getFirst().getLast(), ids.stream().map(List::getFirst).toList());
    }

    public long student() {
        return people.student(Privacy.unique("hs"), "LMC");
    }

    static Caller librarian() {
        return Staff.of(Role.LIBRARIAN).caller();
    }

    static HoldActor staff() {
        return HoldActor.staff(librarian());
    }

    static UUID request() {
        return UUID.randomUUID();
    }

    HoldPlaced place(HoldWish wish) {
        return holds.place(wish, request(), staff());
    }

    /** A hold on the title, picked up at LMC. */
    public long held(long patron, Title title) {
        return held(HoldWish.ofTitle(patron, title.bib(), "LMC"));
    }

    public long held(HoldWish wish) {
        if (place(wish) instanceof Placed placed) return placed.hold();
        throw new IllegalStateException("Refused: " + wish);
    }

    static HoldWish onlyCopy(long patron, Title title, long item) {
        return new HoldWish(patron, title.bib(), OptionalLong.of(item), "LMC", 1, Set.of(), "");
    }

    static HoldWish several(long patron, Title title, int quantity) {
        return new HoldWish(patron, title.bib(), OptionalLong.empty(), "LMC", quantity, Set.of(), "");
    }

    int site(String code) {
        return (int) people.count("select id from site where code = ?", code);
    }

    AtDesk desk(String site) {
        var account = OptionalLong.of(librarian().account());
        return new AtDesk(site(site), site, calendar.of(site), clock.instant(), account);
    }

    /** What a desk does in one transaction, with the copy locked. */
    interface Work<T> {
        T on(Connection connection, DeskCopy copy) throws SQLException;
    }

    <T> T withCopy(long item, Work<T> work) {
        return database.transaction(connection -> {
            var copy = DeskCopy.of(items.lock(connection, item).orElseThrow());
            return work.on(connection, copy);
        });
    }

    /** Scans a copy that is on no loan, or not any more. */
    CheckInProposal scan(long item, String site) {
        var desk = desk(site);
        return withCopy(item, (connection, copy) -> queue.atCheckIn(connection, copy, desk));
    }

    /** Scans a copy and does what is proposed. */
    public Whereabouts checkIn(long item, String site) {
        var desk = desk(site);
        return withCopy(item, (connection, copy) -> {
            close(connection, item);
            var where = queue.accept(connection, queue.atCheckIn(connection, copy, desk), copy, desk);
            told.addAll(where.news());
            return where;
        });
    }

    public HoldsAfterCheckOut checkOut(long patron, long item) {
        var desk = desk("LMC");
        return database.transaction(connection -> {
            borrowers.lock(connection, patron);
            var copy = DeskCopy.of(items.lock(connection, item).orElseThrow());
            var sql = "insert into loan (item_id, patron_id, site_id, zone, patron_category, lent_at, terms_id) "
                    + "values (?, ?, ?, 'America/Chicago', 'student', ?, (select id from loan_terms where rule = '{}'))";
            var terms = "insert ignore into loan_terms (digest, rule) values (unhex(sha2('{}', 256)), '{}')";
            Sql.update(connection, terms);
            Sql.update(connection, sql, item, patron, desk.site(), Utc.of(clock.instant()));
            var after = queue.checkedOut(connection, patron, copy, desk);
            told.addAll(after.news());
            return after;
        });
    }

    private void close(Connection connection, long item) throws SQLException {
        var sql = "update loan set ended = 'returned', returned_at = ?, checked_in_at = ?, patron_id = null "
                + "where open_item = ?";
        Sql.update(connection, sql, Utc.of(clock.instant()), Utc.of(clock.instant()), item);
    }

    OpenHold shown(long hold) {
        return lists.find(hold).orElseThrow();
    }

    List<Long> order(Title title) {
        return lists.queue(title.bib()).stream().map(OpenHold::id).toList();
    }

    long count(String sql, Object... parameters) {
        return people.count(sql, parameters);
    }

    String text(String sql, Object... parameters) {
        return database.read(connection -> Sql.first(connection, sql, row -> row.getString(1), parameters))
                .orElseThrow();
    }

    @Override
    public void close() {
        people.close();
    }
}
