package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** The table of copies that are set aside, and the one of ways between sites. The item is locked by whoever changes them. */
public final class HeldCopyStore {
    /**
     * A copy that is set aside.
     *
     * @param hold the open hold that it is for; empty when that is over: it waits for somebody to scan it
     * @param patron of that hold
     * @param site on whose hold shelf it stands, or will
     * @param ready it stands there; else it is on its way
     */
    public record HeldCopy(
            long id,
            long item,
            OptionalLong hold,
            OptionalLong patron,
            int site,
            boolean ready,
            Optional<LocalDate> shelfUntil) {
        public boolean isFor(long somebody) {
            return patron.isPresent() && patron.getAsLong() == somebody;
        }
    }

    /** A way that is not over. @param sent it has left, as far as anybody said */
    public record Transfer(long id, long item, int from, int to, boolean forHold, boolean sent) {}

    private static final String HELD = """
            select c.id, c.item_id, h.id, h.patron_id, c.site_id, c.state = 'ready', c.shelf_until
            from held_copy c left join hold h on h.id = c.hold_id and h.state = 'open'
            """;

    public Optional<HeldCopy> find(Connection connection, long item) throws SQLException {
        return Sql.first(connection, HELD + "where c.set_aside = ?", HeldCopyStore::held, item);
    }

    /** Copies that are set aside for a hold, ready ones last. */
    public List<HeldCopy> ofHold(Connection connection, long hold) throws SQLException {
        var sql = HELD + "where c.hold_id = ? and c.set_aside is not null order by c.state = 'ready', c.id";
        return Sql.list(connection, sql, HeldCopyStore::held, hold);
    }

    private static HeldCopy held(ResultSet row) throws SQLException {
        return new HeldCopy(
                row.getLong(1),
                row.getLong(2),
                Utc.someNumber(row, 3),
                Utc.someNumber(row, 4),
                row.getInt(5),
                row.getBoolean(6),
                Utc.someDay(row, 7));
    }

    /** On the hold shelf. @param until last day; null: no end */
    public void addReady(Connection connection, long hold, long item, int site, Instant now, @Nullable LocalDate until)
            throws SQLException {
        var sql = "insert into held_copy (hold_id, item_id, site_id, state, trapped_at, ready_at, shelf_until) "
                + "values (?, ?, ?, 'ready', ?, ?, ?)";
        Sql.update(connection, sql, hold, item, site, Utc.of(now), Utc.of(now), until);
    }

    public void addOnItsWay(Connection connection, long hold, long item, int site, Instant now) throws SQLException {
        var sql = "insert into held_copy (hold_id, item_id, site_id, state, trapped_at) "
                + "values (?, ?, ?, 'in_transit', ?)";
        Sql.update(connection, sql, hold, item, site, Utc.of(now));
    }

    /** Lent to whom the hold belongs, without having been set aside. */
    public void addFilled(Connection connection, long hold, long item, int site, Instant now) throws SQLException {
        var sql = "insert into held_copy (hold_id, item_id, site_id, state, trapped_at) values (?, ?, ?, 'filled', ?)";
        Sql.update(connection, sql, hold, item, site, Utc.of(now));
    }

    public void arrived(Connection connection, long id, Instant now, @Nullable LocalDate until) throws SQLException {
        var sql = "update held_copy set state = 'ready', ready_at = ?, shelf_until = ? where id = ?";
        Sql.update(connection, sql, Utc.of(now), until, id);
    }

    public void filled(Connection connection, long id) throws SQLException {
        Sql.update(connection, "update held_copy set state = 'filled' where id = ?", id);
    }

    /** Not set aside any more. */
    public void over(Connection connection, long id) throws SQLException {
        Sql.update(connection, "update held_copy set state = 'over', shelf_until = null where id = ?", id);
    }

    /** It is still where it is, but for nobody. */
    public void free(Connection connection, long id) throws SQLException {
        Sql.update(connection, "update held_copy set hold_id = null, shelf_until = null where id = ?", id);
    }

    public void giveTo(Connection connection, long fromHold, long toHold) throws SQLException {
        Sql.update(connection, "update held_copy set hold_id = ? where hold_id = ?", toHold, fromHold);
    }

    public void shelfUntil(Connection connection, long id, @Nullable LocalDate until) throws SQLException {
        Sql.update(connection, "update held_copy set shelf_until = ? where id = ? and state = 'ready'", until, id);
    }

    public int countFilled(Connection connection, long hold) throws SQLException {
        var sql = "select count(*) from held_copy where hold_id = ? and state = 'filled'";
        return Sql.first(connection, sql, row -> row.getInt(1), hold).orElse(0);
    }

    /**
     * The last loan that filled a hold of this person.
     *
     * @param shelved the copy had been on the hold shelf
     */
    public record Filled(long id, long hold, boolean shelved) {}

    public Optional<Filled> findFilled(Connection connection, long item, long patron) throws SQLException {
        var sql = "select c.id, c.hold_id, c.ready_at is not null from held_copy c join hold h on h.id = c.hold_id "
                + "where h.patron_id = ? and c.item_id = ? and c.state = 'filled' order by c.id desc limit 1";
        return Sql.first(
                connection, sql, row -> new Filled(row.getLong(1), row.getLong(2), row.getBoolean(3)), patron, item);
    }

    /** Takes back that it was lent for the hold. */
    public void notFilled(Connection connection, Filled filled) throws SQLException {
        var sql = filled.shelved()
                ? "update held_copy set state = 'ready' where id = ?"
                : "delete from held_copy where id = ?";
        Sql.update(connection, sql, filled.id());
    }

    /** As if it had never been set aside. */
    public void delete(Connection connection, long id) throws SQLException {
        Sql.update(connection, "delete from held_copy where id = ?", id);
    }

    private static final String TRANSFER =
            "select id, item_id, from_site_id, to_site_id, why = 'hold', sent_at is not null from item_transfer ";

    public Optional<Transfer> transfer(Connection connection, long item) throws SQLException {
        return Sql.first(connection, TRANSFER + "where active_item = ?", HeldCopyStore::transferOf, item);
    }

    private static Transfer transferOf(ResultSet row) throws SQLException {
        return new Transfer(
                row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getBoolean(5), row.getBoolean(6));
    }

    /** @param from and @param to are two sites */
    public void send(Connection connection, long item, int from, int to, boolean forHold, Instant now)
            throws SQLException {
        var sql = "insert into item_transfer (item_id, from_site_id, to_site_id, why, made_at) values (?, ?, ?, ?, ?)";
        Sql.update(connection, sql, item, from, to, forHold ? "hold" : "home", Utc.of(now));
    }

    /** @param arrived at its site; else it went no further */
    public void endTransfer(Connection connection, long id, boolean arrived, Instant now) throws SQLException {
        var sql = "update item_transfer set ended = ?, ended_at = ? where id = ? and ended is null";
        Sql.update(connection, sql, arrived ? "arrived" : "broken_off", Utc.of(now), id);
    }

    public void deleteTransfer(Connection connection, long id) throws SQLException {
        Sql.update(connection, "delete from item_transfer where id = ?", id);
    }

    /** All that wait in the box from one site to another have left. How many. */
    public int sent(Connection connection, int from, int to, Instant now) throws SQLException {
        var sql = "update item_transfer set sent_at = ? where from_site_id = ? and to_site_id = ? and ended is null "
                + "and sent_at is null";
        return Sql.update(connection, sql, Utc.of(now), from, to);
    }
}
