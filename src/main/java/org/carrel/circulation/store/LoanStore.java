package org.carrel.circulation.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanEnd;
import org.carrel.circulation.LoanState;
import org.carrel.patrons.PatronCategory;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** The table of loans. The item, and for a check-out the patron, are locked by whoever calls. */
public final class LoanStore {
    /** A column that must have a value got none. */
    private static final int NOTHING_THERE = 1048;

    private static final String LOAN = """
            select l.id, l.item_id, l.patron_id, s.code, l.zone, l.lent_at, l.due_at, l.due_on, l.state, l.renewals, t.rule,
                   l.ended, l.returned_at, l.version
            from loan l join site s on s.id = l.site_id join loan_terms t on t.id = l.terms_id
            """;

    /**
     * What a check-out writes.
     *
     * @param site number
     */
    public record NewLoan(
            long item,
            long patron,
            int site,
            ZoneId zone,
            PatronCategory category,
            String grade,
            Instant lent,
            Optional<Instant> due,
            Optional<LocalDate> dueOn,
            String rule) {}

    /** Number of the site with this code. */
    public Optional<Integer> site(Connection connection, String code) throws SQLException {
        return Sql.first(connection, "select id from site where code = ?", row -> row.getInt(1), code);
    }

    public String siteName(Connection connection, int site) throws SQLException {
        return Sql.first(connection, "select name from site where id = ?", row -> row.getString(1), site)
                .orElseThrow();
    }

    /** Fails when the item is on loan: the unique key on open loans speaks here. */
    public long open(Connection connection, NewLoan loan) throws SQLException {
        var digest = digest(loan.rule());
        try {
            return open(connection, loan, digest);
        } catch (SQLException e) {
            if (e.getErrorCode() != NOTHING_THERE) throw e;
            // The first loan by these rules. Nobody else waits but who lends the first one, too.
            var sql = "insert ignore into loan_terms (digest, rule) values (?, ?)";
            Sql.update(connection, sql, digest, loan.rule());
            return open(connection, loan, digest);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has it", e);
        }
    }

    private static long open(Connection connection, NewLoan loan, byte[] digest) throws SQLException {
        var sql = Sql.KEPT_READY + """
                insert into loan (item_id, patron_id, site_id, zone, patron_category, grade, lent_at, due_at, due_on, terms_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, (select id from loan_terms where digest = ?)) returning id
                """;
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        loan.item(),
                        loan.patron(),
                        loan.site(),
                        loan.zone().getId(),
                        word(loan.category()),
                        loan.grade(),
                        Utc.of(loan.lent()),
                        Utc.of(loan.due()),
                        loan.dueOn().orElse(null),
                        digest)
                .orElseThrow();
    }

    public Optional<Loan> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, LOAN + "where l.id = ?", LoanStore::loan, id);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    public Optional<Loan> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from loan where id = ? for update", row -> true, id);
        return find(connection, id);
    }

    public Optional<Loan> findOpenOfItem(Connection connection, long item) throws SQLException {
        return Sql.first(connection, LOAN + "where l.open_item = ?", LoanStore::loan, item);
    }

    public List<Loan> findOpenOfItems(Connection connection, Collection<Long> items) throws SQLException {
        if (items.isEmpty()) return List.of();
        var sql = LOAN + "where l.open_item in (" + Sql.marks(items.size()) + ")";
        return Sql.list(connection, sql, LoanStore::loan, items.toArray());
    }

    /** The open loan, else the one that ended last. */
    public Optional<Loan> findLastOfItem(Connection connection, long item) throws SQLException {
        return Sql.first(connection, LOAN + "where l.item_id = ? order by l.id desc limit 1", LoanStore::loan, item);
    }

    /** When this item was last checked in. */
    public Optional<Instant> lastCheckIn(Connection connection, long item) throws SQLException {
        var sql = "select checked_in_at from loan where item_id = ? and ended is not null order by id desc limit 1";
        return Sql.first(connection, sql, row -> Utc.instant(row, 1), item);
    }

    /** Due first comes first, without due date last. */
    public List<Loan> findOpenOfPatron(Connection connection, long patron) throws SQLException {
        var sql = LOAN + "where l.patron_id = ? and l.ended is null order by l.due_at is null, l.due_at, l.id";
        return Sql.list(connection, sql, LoanStore::loan, patron);
    }

    /** Open loans of each of these people; who has nothing is left out. */
    public List<long[]> counts(Connection connection, Collection<Long> patrons) throws SQLException {
        if (patrons.isEmpty()) return List.of();
        var sql = "select patron_id, count(*) from loan where ended is null and patron_id in ("
                + Sql.marks(patrons.size()) + ") group by patron_id";
        return Sql.list(connection, sql, row -> new long[] {row.getLong(1), row.getLong(2)}, patrons.toArray());
    }

    /**
     * How much somebody has.
     *
     * @param overdue of these; {@code soon}: due within the days that were asked about
     */
    public record Standing(long patron, int loans, int overdue, int soon) {}

    /** Of each of these people; who has nothing is left out. What is lost or claimed is counted, and is neither late nor due. */
    public List<Standing> standings(Connection connection, Collection<Long> patrons, Instant now, Instant soon)
            throws SQLException {
        if (patrons.isEmpty()) return List.of();
        var sql = "select patron_id, count(*), coalesce(sum(state = 'out' and due_at < ?), 0), "
                + "coalesce(sum(state = 'out' and due_at >= ? and due_at < ?), 0) from loan "
                + "where ended is null and patron_id in (" + Sql.marks(patrons.size()) + ") group by patron_id";
        var values = new ArrayList<Object>(List.of(Utc.of(now), Utc.of(now), Utc.of(soon)));
        values.addAll(patrons);
        return Sql.list(
                connection,
                sql,
                row -> new Standing(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                values.toArray());
    }

    /** What this account has taken back since then, the latest last. Nobody is named by it. */
    public List<Returned> returnedBy(Connection connection, long account, Instant since) throws SQLException {
        var sql = """
                select l.item_id, l.returned_at from loan_event e join loan l on l.id = e.loan_id
                where e.kind = 'returned' and e.account_id = ? and e.at >= ? and l.ended = 'returned'
                order by e.id
                """;
        return Sql.list(
                connection, sql, row -> new Returned(row.getLong(1), Utc.instant(row, 2)), account, Utc.of(since));
    }

    public record Returned(long item, Instant at) {}

    public void renew(Connection connection, long id, Optional<Instant> due, Optional<LocalDate> dueOn, int renewals)
            throws SQLException {
        var sql = "update loan set due_at = ?, due_on = ?, renewals = ?, version = version + 1 where id = ?";
        Sql.update(connection, sql, Utc.of(due), dueOn.orElse(null), renewals, id);
    }

    public void end(Connection connection, long id, LoanEnd end, Instant returned, Instant now, Instant forget)
            throws SQLException {
        var sql = """
                update loan set ended = ?, returned_at = greatest(?, lent_at), checked_in_at = ?, forget_at = ?,
                    version = version + 1
                where id = ? and ended is null
                """;
        Sql.update(connection, sql, word(end), Utc.of(returned), Utc.of(now), Utc.of(forget), id);
    }

    /** Takes an end back. False when the person is forgotten already, or it is open. */
    public boolean reopen(Connection connection, long id) throws SQLException {
        var sql = """
                update loan set ended = null, returned_at = null, checked_in_at = null, forget_at = null,
                    version = version + 1
                where id = ? and ended is not null and patron_id is not null
                """;
        return Sql.update(connection, sql, id) == 1;
    }

    /**
     * An entry of a loan's history.
     *
     * @param account at the desk; empty for the borrower or a job
     * @param overridden names of blocks, with commas between
     */
    public record Event(
            long loan,
            String kind,
            OptionalLong account,
            String overridden,
            String reason,
            Optional<Instant> dueBefore,
            Optional<Instant> dueAfter) {
        public static Event plain(long loan, String kind, OptionalLong account) {
            return new Event(loan, kind, account, "", "", Optional.empty(), Optional.empty());
        }
    }

    public void add(Connection connection, Event event, Instant at) throws SQLException {
        var sql = Sql.KEPT_READY + """
                insert into loan_event (loan_id, at, kind, account_id, overridden, reason, due_before, due_after)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        Sql.update(
                connection,
                sql,
                event.loan(),
                Utc.of(at),
                event.kind(),
                event.account().isPresent() ? event.account().getAsLong() : null,
                event.overridden(),
                event.reason(),
                Utc.of(event.dueBefore()),
                Utc.of(event.dueAfter()));
    }

    /** @param since when it was lent, or renewed for the last time */
    public record Dated(Loan loan, Instant since) {}

    private static final String DATED = LOAN.replace(
                    "l.version\n",
                    "l.version, coalesce((select max(e.at) from loan_event e where e.loan_id = l.id "
                            + "and e.kind = 'renewed'), l.lent_at)\n")
            + "where l.open_item is not null and l.state = 'out' ";

    /** Loans that are out, the newest first. */
    public List<Dated> findDated(Connection connection, int most) throws SQLException {
        return Sql.list(connection, DATED + "order by l.id desc limit ?", LoanStore::dated, most);
    }

    /** All those of a site that have a due date, in the order of that. @param site code */
    public List<Dated> findDated(Connection connection, String site) throws SQLException {
        return Sql.list(
                connection,
                DATED + "and l.due_at is not null and s.code = ? order by l.due_at, l.id",
                LoanStore::dated,
                site);
    }

    private static Dated dated(ResultSet row) throws SQLException {
        return new Dated(loan(row), Utc.instant(row, 15));
    }

    /** Loans of this site that are out and due on that day or before. @param site code */
    public List<Loan> findDueBy(Connection connection, String site, LocalDate day) throws SQLException {
        var sql = LOAN + "where l.ended is null and l.state = 'out' and l.due_on <= ? and s.code = ? order by l.id";
        return Sql.list(connection, sql, LoanStore::loan, day, site);
    }

    /** When the loan was due before its last renewal. */
    public Optional<Instant> dueBefore(Connection connection, long loan) throws SQLException {
        var sql = "select due_before from loan_event where loan_id = ? and kind = 'renewed' order by id desc limit 1";
        return Sql.list(connection, sql, row -> Utc.someInstant(row, 1), loan).stream()
                .findFirst()
                .flatMap(found -> found);
    }

    /** Ended loans whose person is to be forgotten by now. */
    public List<Long> findForgettable(Connection connection, Instant now, int most) throws SQLException {
        var sql = "select id from loan where forget_at <= ? and patron_id is not null order by forget_at limit ? "
                + "for update skip locked";
        return Sql.list(connection, sql, row -> row.getLong(1), Utc.of(now), most);
    }

    /** What was checked in before that time is to be forgotten now; what is kept for a reason is not. How many. */
    public int forgetSooner(Connection connection, Instant before, Instant now) throws SQLException {
        var sql = "update loan set forget_at = ? where forget_at > ? and patron_id is not null and checked_in_at < ?";
        return Sql.update(connection, sql, Utc.of(now), Utc.of(now), Utc.of(before));
    }

    /** Answers about the same person and copy that speak of no loan: it was refused, before or afterwards. */
    private static final String ABOUT_THE_SAME = """
            update desk_request r join loan l on l.patron_id = r.patron_id
            set r.answer = null, r.patron_id = null
            where l.id in (%s) and r.loan_id is null and cast(json_value(r.answer, '$.item') as unsigned) = l.item_id
            """;

    /** Cuts the link between person and item, in all tables of loans. What stays says what kind of borrower it was, not the grade. */
    public void forget(Connection connection, Collection<Long> loans) throws SQLException {
        if (loans.isEmpty()) return;
        var marks = Sql.marks(loans.size());
        var ids = loans.toArray();
        Sql.update(connection, "update loan_event set reason = '' where loan_id in (" + marks + ")", ids);
        var requests = "update desk_request set answer = null, patron_id = null, loan_id = null where loan_id in ("
                + marks + ")";
        Sql.update(connection, requests, ids);
        Sql.update(connection, ABOUT_THE_SAME.formatted(marks), ids);
        new LoanCountStore().count(connection, loans);
        var sql = "update loan set patron_id = null, grade = '', forget_at = null where id in (" + marks + ")";
        Sql.update(connection, sql, ids);
    }

    /** Numbers of all loans, over or not, of which it is still known that they were this person's. */
    public List<Long> findOfPatron(Connection connection, long patron) throws SQLException {
        return Sql.list(connection, "select id from loan where patron_id = ?", row -> row.getLong(1), patron);
    }

    /** All loans of one person become another's. The ids of those that did. */
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var ids =
                Sql.list(connection, "select id from loan where patron_id = ? for update", row -> row.getLong(1), from);
        move(connection, ids, to);
        return ids;
    }

    public void move(Connection connection, Collection<Long> loans, long to) throws SQLException {
        if (loans.isEmpty()) return;
        var marks = Sql.marks(loans.size());
        var parameters = new ArrayList<Object>();
        parameters.add(to);
        parameters.addAll(loans);
        Sql.update(
                connection,
                "update loan set patron_id = ? where id in (" + marks + ") and patron_id is not null",
                parameters.toArray());
    }

    private static Loan loan(ResultSet row) throws SQLException {
        return new Loan(
                row.getLong(1),
                row.getLong(2),
                Utc.someNumber(row, 3),
                row.getString(4),
                ZoneId.of(row.getString(5)),
                Utc.instant(row, 6),
                Utc.someInstant(row, 7),
                Utc.someDay(row, 8),
                LoanState.valueOf(row.getString(9).toUpperCase(Locale.ROOT)),
                row.getInt(10),
                row.getString(11),
                end(row.getString(12)),
                Utc.someInstant(row, 13),
                row.getInt(14));
    }

    private static Optional<LoanEnd> end(@Nullable String word) {
        return Optional.ofNullable(word).map(known -> LoanEnd.valueOf(known.toUpperCase(Locale.ROOT)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
