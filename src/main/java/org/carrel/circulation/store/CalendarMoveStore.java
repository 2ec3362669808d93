package org.carrel.circulation.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.circulation.CalendarMoves.Change;
import org.carrel.circulation.CalendarMoves.Moved;
import org.carrel.circulation.FineOnRecord;
import org.carrel.circulation.LoanFact;
import org.carrel.circulation.Money;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.security.Caller;

/** What was moved because of the calendar, and the rows that are moved. */
public final class CalendarMoveStore {
    /** The number of what this request does; empty when there is no such site. */
    public OptionalLong begin(Connection connection, Change change, UUID request, Caller by, Instant now)
            throws SQLException {
        var sql =
                "insert ignore into calendar_move (request_id, site_id, first_on, last_on, closed, moved_at, moved_by) "
                        + "select ?, id, ?, ?, ?, ?, ? from site where code = ?";
        Sql.update(
                connection,
                sql,
                request.toString(),
                change.first(),
                change.last(),
                change.closed(),
                Utc.of(now),
                by.account(),
                change.site());
        var find = "select id from calendar_move where request_id = ? and moved_by = ?";
        var found = Sql.first(connection, find, row -> row.getLong(1), request.toString(), by.account());
        return found.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static final String MOVED = "select m.id, s.code, m.first_on, m.last_on, m.closed, "
            + "(select count(*) from calendar_move_part p where p.move_id = m.id and p.what = 'loan'), "
            + "(select count(*) from calendar_move_part p where p.move_id = m.id and p.what = 'shelf'), "
            + "(select count(*) from calendar_move_part p where p.move_id = m.id and p.what = 'fine'), "
            + "m.undone_at is not null from calendar_move m join site s on s.id = m.site_id ";

    public Optional<Moved> find(Connection connection, long move) throws SQLException {
        return Sql.first(connection, MOVED + "where m.id = ?", CalendarMoveStore::moved, move);
    }

    public List<Moved> last(Connection connection, String site, int most) throws SQLException {
        return Sql.list(
                connection,
                MOVED + "where s.code = ? order by m.id desc limit ?",
                CalendarMoveStore::moved,
                site,
                most);
    }

    private static Moved moved(ResultSet row) throws SQLException {
        var change = new Change(
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getBoolean(5));
        return new Moved(row.getLong(1), change, row.getInt(6), row.getInt(7), row.getInt(8), row.getBoolean(9));
    }

    public int site(Connection connection, long move) throws SQLException {
        var sql = "select site_id from calendar_move where id = ?";
        return Sql.first(connection, sql, row -> row.getInt(1), move).orElseThrow();
    }

    public boolean undone(Connection connection, long move, Caller by, Instant now) throws SQLException {
        var sql = "update calendar_move set undone_at = ?, undone_by = ? where id = ? and undone_at is null";
        return Sql.update(connection, sql, Utc.of(now), by.account(), move) == 1;
    }

    // due dates

    /** From one due date to another; false when it is due at another time by now, or not out any more. */
    public boolean due(Connection connection, long loan, Instant from, Instant to, LocalDate on) throws SQLException {
        var sql = "update loan set due_at = ?, due_on = ?, version = version + 1 "
                + "where id = ? and ended is null and state = 'out' and due_at = ?";
        return Sql.update(connection, sql, Utc.of(to), on, loan, Utc.of(from)) == 1;
    }

    public void addDue(Connection connection, long move, long loan, Instant from, Instant to) throws SQLException {
        var sql = "insert ignore into calendar_move_part (move_id, what, ref_id, due_before, due_after) "
                + "values (?, 'loan', ?, ?, ?)";
        Sql.update(connection, sql, move, loan, Utc.of(from), Utc.of(to));
    }

    /** A due date that was moved. */
    public record MovedDue(long loan, ZoneId zone, Instant before, Instant after) {}

    public List<MovedDue> dues(Connection connection, long move) throws SQLException {
        var sql =
                "select l.id, l.zone, p.due_before, p.due_after from calendar_move_part p join loan l on l.id = p.ref_id "
                        + "where p.move_id = ? and p.what = 'loan' order by l.id";
        return Sql.list(
                connection,
                sql,
                row -> new MovedDue(
                        row.getLong(1), ZoneId.of(row.getString(2)), Utc.instant(row, 3), Utc.instant(row, 4)),
                move);
    }

    // the hold shelf

    /** A copy that waits there. @param id of the row @param until its last day */
    public record Shelved(long id, LocalDate until) {}

    public List<Shelved> shelved(Connection connection, String site, LocalDate first, LocalDate last)
            throws SQLException {
        var sql = "select c.id, c.shelf_until from held_copy c join site s on s.id = c.site_id "
                + "join hold h on h.id = c.hold_id and h.state = 'open' "
                + "where c.state = 'ready' and s.code = ? and c.shelf_until between ? and ? order by c.id";
        return Sql.list(
                connection,
                sql,
                row -> new Shelved(row.getLong(1), row.getObject(2, LocalDate.class)),
                site,
                first,
                last);
    }

    public void moveShelf(Connection connection, long move, Shelved copy, LocalDate to) throws SQLException {
        var sql = "update held_copy set shelf_until = ? where id = ? and state = 'ready' and shelf_until = ?";
        if (Sql.update(connection, sql, to, copy.id(), copy.until()) == 0) return;
        Sql.update(
                connection,
                "insert ignore into calendar_move_part (move_id, what, ref_id, shelf_before, shelf_after) "
                        + "values (?, 'shelf', ?, ?, ?)",
                move,
                copy.id(),
                copy.until(),
                to);
    }

    public void unmoveShelf(Connection connection, long move) throws SQLException {
        var sql = "update held_copy c join calendar_move_part p on p.ref_id = c.id and p.what = 'shelf' "
                + "set c.shelf_until = p.shelf_before "
                + "where p.move_id = ? and c.state = 'ready' and c.shelf_until = p.shelf_after";
        Sql.update(connection, sql, move);
    }

    // fines

    private static final String FINES = """
            select c.id, l.id, t.rule, l.due_at, l.returned_at, l.renewals, i.price_cents,
                coalesce((select max(e.at) from loan_event e where e.loan_id = l.id and e.kind = 'renewed'), l.lent_at),
                c.amount + coalesce((select sum(e.delta) from charge_entry e where e.charge_id = c.id), 0) as balance
            from charge c
            join loan l on l.id = c.loan_id
            join loan_terms t on t.id = l.terms_id
            join site s on s.id = l.site_id
            left join item i on i.id = l.item_id
            where c.type = 'overdue' and c.at = l.checked_in_at and l.ended = 'returned' and l.patron_id is not null
                and s.code = ? and l.due_at < ? and l.returned_at >= ?
                and not exists (select 1 from lost_loan x where x.loan_id = l.id)
                and not exists (select 1 from calendar_move_part p join calendar_move m on m.id = p.move_id
                    where p.what = 'fine' and p.ref_id = c.id and m.undone_at is null and m.first_on <= ? and m.last_on >= ?)
            having balance > 0
            order by c.id
            """;

    /** Fines that are owed for returns of this site, the lateness of which has these days in it; what was cut for them is left out. */
    public List<FineOnRecord> fines(Connection connection, String site, LocalDate first, LocalDate last, ZoneId zone)
            throws SQLException {
        var end = last.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant();
        var begin = first.atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant();
        return Sql.list(connection, FINES, CalendarMoveStore::fine, site, Utc.of(end), Utc.of(begin), last, first);
    }

    private static FineOnRecord fine(ResultSet row) throws SQLException {
        var due = Optional.of(Utc.instant(row, 4));
        var fact = new LoanFact(
                row.getLong(2), RuleJson.read(row.getString(3)), Utc.instant(row, 8), row.getInt(6) > 0, due);
        var cents = Utc.someNumber(row, 7);
        return new FineOnRecord(
                row.getLong(1),
                fact,
                Utc.instant(row, 5),
                row.getBigDecimal(9),
                cents.isPresent() ? Optional.of(BigDecimal.valueOf(cents.getAsLong(), 2)) : Optional.empty());
    }

    /** False when this move has cut it already. */
    public boolean addFine(Connection connection, long move, long charge, Money amount) throws SQLException {
        var sql = "insert ignore into calendar_move_part (move_id, what, ref_id, amount) values (?, 'fine', ?, ?)";
        return Sql.update(connection, sql, move, charge, amount.value()) == 1;
    }

    /** What went of a fine of somebody who is still known. @param loan empty when it is forgotten */
    public record Voided(long charge, long patron, OptionalLong loan, Money amount) {}

    public List<Voided> voided(Connection connection, long move) throws SQLException {
        var sql =
                "select c.id, c.patron_id, c.loan_id, p.amount from calendar_move_part p join charge c on c.id = p.ref_id "
                        + "where p.move_id = ? and p.what = 'fine' and c.patron_id is not null order by c.id";
        return Sql.list(
                connection,
                sql,
                row -> new Voided(
                        row.getLong(1), row.getLong(2), Utc.someNumber(row, 3), new Money(row.getBigDecimal(4))),
                move);
    }

    public boolean removeFine(Connection connection, long move, long charge) throws SQLException {
        var sql = "delete from calendar_move_part where move_id = ? and what = 'fine' and ref_id = ?";
        return Sql.update(connection, sql, move, charge) == 1;
    }
}
