package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.HoldEnd;
import org.carrel.circulation.rules.QueuedHold;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** The tables of holds and their queues. Every change is made by somebody who has locked the queue of the title. */
public final class HoldStore {
    static final String CONCERNED = """
            exists (select 1 from hold where bib_id = ? and state = 'open')
            or exists (select 1 from held_copy where set_aside = ?)
            or exists (select 1 from item_transfer where active_item = ?)""";

    static final String QUEUED_COLUMNS = "h.id, h.patron_id, h.item_id, h.site_id, h.quantity, "
            + "(select count(*) from held_copy c where c.hold_id = h.id and c.state <> 'over'), "
            + "h.placed_at, h.place, h.suspended_until";

    /** Kinds of events, as the table spells them. */
    public enum Kind {
        PLACED,
        MOVED,
        SUSPENDED,
        RESUMED,
        SITE_CHANGED,
        TRAPPED,
        SENT,
        ARRIVED,
        FREED,
        FILLED,
        REOPENED,
        CANCELLED,
        EXPIRED
    }

    /** Who did it, and to which hold. @param account of staff; empty: the patron, or a job */
    public record Act(long hold, Kind kind, Instant at, OptionalLong account) {}

    /**
     * A hold as it is stored.
     *
     * @param patron empty when it is forgotten
     */
    public record Row(long id, OptionalLong patron, long bib, int site, boolean open, int version) {}

    /** Whether nobody wants this title, and the copy is neither set aside nor on its way: the desk need not think of holds. */
    public boolean isQuiet(Connection connection, long bib, long item) throws SQLException {
        return !Sql.first(connection, "select " + CONCERNED, row -> row.getBoolean(1), bib, item, item)
                .orElse(false);
    }

    /** Nobody else changes the queue of this title until the transaction ends. */
    public void lockQueue(Connection connection, long bib) throws SQLException {
        var sql = "select bib_id from hold_queue where bib_id = ? for update";
        Sql.first(connection, sql, row -> row.getLong(1), bib);
    }

    /** The same for a title that nobody may have wanted yet. */
    public void lockNewQueue(Connection connection, long bib) throws SQLException {
        var sql = "select bib_id from hold_queue where bib_id = ? for update";
        if (Sql.first(connection, sql, row -> row.getLong(1), bib).isPresent()) return;
        // Takes the row's lock at once where another was quicker: to read it first and change it then could end in a
        // deadlock.
        Sql.update(
                connection,
                "insert into hold_queue (bib_id) values (?) on duplicate key update bib_id = values(bib_id)",
                bib);
    }

    /** Open holds on the title in their order. */
    public List<QueuedHold> queue(Connection connection, long bib) throws SQLException {
        var sql = "select " + QUEUED_COLUMNS
                + " from hold h where h.bib_id = ? and h.state = 'open' order by h.place, h.placed_at, h.id";
        return Sql.list(connection, sql, HoldStore::queued, bib);
    }

    private static QueuedHold queued(ResultSet row) throws SQLException {
        return queued(row, 1);
    }

    /** @param from the column with which {@link #QUEUED_COLUMNS} begin */
    static QueuedHold queued(ResultSet row, int from) throws SQLException {
        return new QueuedHold(
                row.getLong(from),
                row.getLong(from + 1),
                Utc.someNumber(row, from + 2),
                row.getInt(from + 3),
                row.getInt(from + 4),
                row.getInt(from + 5),
                Utc.instant(row, from + 6),
                row.getInt(from + 7),
                Utc.someDay(row, from + 8));
    }

    public Optional<Row> find(Connection connection, long hold) throws SQLException {
        var sql = "select id, patron_id, bib_id, site_id, state = 'open', version from hold where id = ?";
        return Sql.first(connection, sql, HoldStore::row, hold);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                Utc.someNumber(row, 2),
                row.getLong(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getInt(6));
    }

    /** Open holds of a person, by title: the order in which queues are locked. */
    public List<Row> ofPatron(Connection connection, long patron) throws SQLException {
        var sql = "select id, patron_id, bib_id, site_id, true, version from hold "
                + "where patron_id = ? and state = 'open' order by bib_id, id";
        return Sql.list(connection, sql, HoldStore::row, patron);
    }

    /** How many holds a person placed since then, whatever became of them. */
    public int placedSince(Connection connection, long patron, Instant since) throws SQLException {
        var sql = "select count(*) from hold where patron_id = ? and placed_at >= ?";
        return Sql.first(connection, sql, row -> row.getInt(1), patron, Utc.of(since))
                .orElse(0);
    }

    /** What is added. @param item only this copy @param account of staff who place it */
    public record New(
            long patron, long bib, OptionalLong item, int site, int quantity, Instant at, OptionalLong account) {}

    /** At the end of the queue, which is locked. Returns its id. */
    public long add(Connection connection, New hold) throws SQLException {
        var sql = """
                insert into hold (patron_id, bib_id, item_id, site_id, quantity, placed_at, placed_by, place)
                select ?, ?, ?, ?, ?, ?, ?, coalesce(max(place), 0) + 1 from hold where bib_id = ? and state = 'open'
                returning id
                """;
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        hold.patron(),
                        hold.bib(),
                        orNull(hold.item()),
                        hold.site(),
                        hold.quantity(),
                        Utc.of(hold.at()),
                        orNull(hold.account()),
                        hold.bib())
                .orElseThrow();
    }

    /** Writes the order of a whole queue. */
    public void reorder(Connection connection, List<Long> ids) throws SQLException {
        record Place(long id, int place) {}
        var places = new ArrayList<Place>();
        for (var id : ids) places.add(new Place(id, places.size() + 1));
        var sql = "update hold set place = ?, version = version + 1 where id = ? and place <> ?";
        Sql.batch(connection, sql, places, (update, place) -> {
            update.setInt(1, place.place());
            update.setLong(2, place.id());
            update.setInt(3, place.place());
        });
    }

    /** @param until null: it counts again */
    public void suspend(Connection connection, long hold, @Nullable LocalDate until) throws SQLException {
        Sql.update(connection, "update hold set suspended_until = ?, version = version + 1 where id = ?", until, hold);
    }

    public void pickUpAt(Connection connection, long hold, int site) throws SQLException {
        Sql.update(connection, "update hold set site_id = ?, version = version + 1 where id = ?", site, hold);
    }

    /** @param forget when the person is to be forgotten */
    public void end(Connection connection, long hold, HoldEnd why, Instant now, Instant forget) throws SQLException {
        var sql = "update hold set state = ?, ended_at = ?, ended_why = ?, forget_at = ?, version = version + 1 "
                + "where id = ? and state = 'open'";
        Sql.update(connection, sql, why.state(), Utc.of(now), word(why), Utc.of(forget), hold);
    }

    /** Takes back that it was filled. False when the person is forgotten, or waits for the title anew. */
    public boolean reopen(Connection connection, long hold) throws SQLException {
        var sql = "update ignore hold set state = 'open', ended_at = null, ended_why = null, forget_at = null, "
                + "version = version + 1 where id = ? and state = 'filled' and patron_id is not null";
        return Sql.update(connection, sql, hold) == 1;
    }

    public void giveTo(Connection connection, long hold, long patron) throws SQLException {
        Sql.update(connection, "update hold set patron_id = ?, version = version + 1 where id = ?", patron, hold);
    }

    /** Waits for another title; its place is that of the other queue. */
    public void waitFor(Connection connection, long hold, long bib) throws SQLException {
        Sql.update(connection, "update hold set bib_id = ?, version = version + 1 where id = ?", bib, hold);
    }

    /** How many open holds there are on these titles. */
    public int count(Connection connection, Collection<Long> bibs) throws SQLException {
        if (bibs.isEmpty()) return 0;
        var sql = "select count(*) from hold where state = 'open' and bib_id in (" + Sql.marks(bibs.size()) + ")";
        return Sql.first(connection, sql, row -> row.getInt(1), bibs.toArray()).orElse(0);
    }

    /** What is over and not yet forgotten goes to another person with the rest. */
    public void giveEndedTo(Connection connection, long from, long to) throws SQLException {
        Sql.update(connection, "update hold set patron_id = ? where patron_id = ? and state <> 'open'", to, from);
    }

    public void quantity(Connection connection, long hold, int quantity) throws SQLException {
        Sql.update(connection, "update hold set quantity = ?, version = version + 1 where id = ?", quantity, hold);
    }

    public void note(Connection connection, Act act, OptionalLong item) throws SQLException {
        var sql = "insert into hold_event (hold_id, at, kind, account_id, item_id) values (?, ?, ?, ?, ?)";
        Sql.update(
                connection, sql, act.hold(), Utc.of(act.at()), word(act.kind()), orNull(act.account()), orNull(item));
    }

    /** The same with a reason, and the rows of a move; 0 for none. */
    public void note(Connection connection, Act act, String reason, int before, int after) throws SQLException {
        var sql = "insert into hold_event (hold_id, at, kind, account_id, reason, row_before, row_after) "
                + "values (?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0))";
        Sql.update(
                connection,
                sql,
                act.hold(),
                Utc.of(act.at()),
                word(act.kind()),
                orNull(act.account()),
                reason,
                before,
                after);
    }

    /** Other copies of the title that stand on the shelf and are nobody's. */
    public int spare(Connection connection, long bib, long item) throws SQLException {
        var sql = "select count(*) from item i where i.bib_id = ? and i.id <> ? and " + FREE;
        return Sql.first(connection, sql, row -> row.getInt(1), bib, item).orElse(0);
    }

    /** A copy {@code i} can be lent some day. */
    static final String LENDABLE = "i.withdrawn_on is null and i.lendable and i.item_condition in ('good', 'worn')";

    /** A copy {@code i} stands on its shelf, can be lent and is nobody's. */
    static final String FREE = LENDABLE
            + " and not exists (select 1 from loan l where l.open_item = i.id)"
            + " and not exists (select 1 from held_copy c where c.set_aside = i.id)"
            + " and not exists (select 1 from item_transfer t where t.active_item = i.id)"
            + " and not exists (select 1 from pulled_copy q where q.open_item = i.id)";

    /** Search is told that the copies of this title are elsewhere now. */
    public void changed(Connection connection, long bib) throws SQLException {
        Sql.update(connection, "insert into catalog_change_waiting (bib_id) values (?)", bib);
    }

    /** Forgets who it was about, of holds whose time is over. How many. */
    public int forget(Connection connection, Instant now) throws SQLException {
        var due = Sql.list(
                connection,
                "select id from hold where forget_at <= ? order by id limit 1000 for update",
                row -> row.getLong(1),
                Utc.of(now));
        if (due.isEmpty()) return 0;
        var in = " in (" + Sql.marks(due.size()) + ")";
        Sql.update(connection, "update hold_event set reason = '' where hold_id" + in, due.toArray());
        Sql.update(
                connection,
                "update hold set patron_id = null, suspended_until = null, forget_at = null where id" + in,
                due.toArray());
        return due.size();
    }

    static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
