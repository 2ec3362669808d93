package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.WaitingWish;
import org.carrel.scheduling.WaitingWish.State;
import org.carrel.scheduling.WishJson;
import org.jspecify.annotations.Nullable;

/** Who waits for sessions. */
public final class WaitStore {
    private static final String SELECT = "select w.id, w.wish, w.state, w.offered_until, w.made_at, "
            + "(select count(*) from session_wait b where b.site_id = w.site_id and b.on_date = w.on_date "
            + "and b.state in ('waiting', 'offered') and (b.made_at, b.id) < (w.made_at, w.id)), "
            + TeacherStore.COLUMNS
            + " from session_wait w join session_teacher te on te.id = w.teacher_id" + TeacherStore.JOINS;
    private static final int TEACHER = 7;

    /** @return its number; that of the first time when the request was there before */
    public long insert(Connection connection, SessionWish wish, long teacher, Booker booker, long account, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                """
                insert into session_wait (site_id, teacher_id, booker, account_id, wish, on_date, request_id, made_at)
                select id, ?, ?, ?, ?, ?, ?, ? from site where code = ? on duplicate key update id = last_insert_id(session_wait.id)
                """,
                teacher,
                booker.name().toLowerCase(Locale.ROOT),
                account,
                WishJson.write(wish),
                wish.day(),
                wish.request().toString(),
                Utc.of(now),
                wish.site());
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    public Optional<WaitingWish> find(Connection connection, long id) throws SQLException {
        return list(connection, "where w.id = ?", id).stream().findFirst();
    }

    public List<WaitingWish> find(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        return list(
                connection, "where w.id in (" + Sql.marks(ids.size()) + ") order by w.on_date, w.id", ids.toArray());
    }

    /**
     * What a teacher waits for from a day on, and what an account has asked for others; given up and booked ones left out, in
     * order.
     */
    public List<WaitingWish> of(Connection connection, OptionalLong teacher, long account, LocalDate from)
            throws SQLException {
        return list(
                connection,
                "where (w.teacher_id = ? or w.account_id = ?) and w.on_date >= ? "
                        + "and w.state in ('waiting', 'offered', 'missed') order by w.on_date, w.id",
                teacher.orElse(0),
                account,
                from);
    }

    /** Whether an account has asked for it, for whomever. */
    public boolean isAskedBy(Connection connection, long id, long account) throws SQLException {
        return Sql.first(
                        connection,
                        "select 1 from session_wait where id = ? and account_id = ?",
                        row -> true,
                        id,
                        account)
                .isPresent();
    }

    /** Everybody who waits at a site, in the order in which they have asked. */
    public List<WaitingWish> waiting(Connection connection, String site) throws SQLException {
        return list(
                connection,
                "join site s on s.id = w.site_id where s.code = ? and w.state = 'waiting' order by w.made_at, w.id",
                site);
    }

    /** Codes of sites at which somebody waits. */
    public List<String> sites(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select distinct s.code from session_wait w join site s on s.id = w.site_id where w.state = 'waiting'",
                row -> row.getString(1));
    }

    public Optional<Booker> booker(Connection connection, long id) throws SQLException {
        return Sql.first(
                connection,
                "select booker from session_wait where id = ?",
                row -> Booker.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                id);
    }

    /** It is offered, if it still waits: of two who offer, one does. */
    public boolean offer(Connection connection, long id, UUID offer, Instant until) throws SQLException {
        var sql =
                "update session_wait set state = 'offered', offer_id = ?, offered_until = ? where id = ? and state = 'waiting'";
        return Sql.update(connection, sql, offer.toString(), Utc.of(until), id) == 1;
    }

    /** What is kept for who was offered it. */
    public void keep(Connection connection, long id, UUID offer, long teacher, SessionWish wish, Instant until)
            throws SQLException {
        Sql.update(
                connection,
                "insert into booking_offer (id, teacher_id, wish, until_at, waiting_id) values (?, ?, ?, ?, ?)",
                offer.toString(),
                teacher,
                WishJson.write(wish),
                Utc.of(until),
                id);
    }

    /** It is taken, if its offer stands. */
    public boolean take(Connection connection, long id, Instant now) throws SQLException {
        return over(connection, id, "booked", "state = 'offered' and offered_until > ?", Utc.of(now));
    }

    /** What was taken could not be booked. */
    public void miss(Connection connection, long id) throws SQLException {
        Sql.update(connection, "update session_wait set state = 'missed' where id = ? and state = 'booked'", id);
    }

    /** Nobody waits for it any more. */
    public boolean giveUp(Connection connection, long id) throws SQLException {
        return over(connection, id, "given_up", "state in ('waiting', 'offered', 'missed')");
    }

    /** Behind all the others, if its offer was missed. */
    public boolean again(Connection connection, long id, Instant now) throws SQLException {
        var sql = "update session_wait set state = 'waiting', made_at = ? where id = ? and state = 'missed'";
        return Sql.update(connection, sql, Utc.of(now), id) == 1;
    }

    /** Offers that have run out are free for the next. How many. */
    public int lapse(Connection connection, Instant now) throws SQLException {
        var old = Sql.list(
                connection,
                "select id from session_wait where state = 'offered' and offered_until <= ?",
                row -> row.getLong(1),
                Utc.of(now));
        var count = 0;
        for (var id : old)
            if (over(connection, id, "missed", "state = 'offered' and offered_until <= ?", Utc.of(now))) count++;
        return count;
    }

    private static boolean over(Connection connection, long id, String state, String when, @Nullable Object... values)
            throws SQLException {
        var all = new java.util.ArrayList<@Nullable Object>();
        all.add(id);
        all.addAll(java.util.Arrays.asList(values));
        var sql = "update session_wait set state = '" + state
                + "', offer_id = null, offered_until = null where id = ? and " + when;
        if (Sql.update(connection, sql, all.toArray()) == 0) return false;
        Sql.update(connection, "delete from booking_offer where waiting_id = ?", id);
        return true;
    }

    /** Whatever was waited for on days before this one is forgotten. How many. */
    public int forget(Connection connection, LocalDate before) throws SQLException {
        return Sql.update(connection, "delete from session_wait where on_date < ?", before);
    }

    private static List<WaitingWish> list(Connection connection, String where, @Nullable Object... values)
            throws SQLException {
        return Sql.list(connection, SELECT + where, WaitStore::waiting, values);
    }

    private static WaitingWish waiting(ResultSet row) throws SQLException {
        return new WaitingWish(
                row.getLong(1),
                TeacherStore.teacher(row, TEACHER),
                WishJson.read(row.getString(2)),
                State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Utc.someInstant(row, 4),
                Utc.instant(row, 5),
                row.getInt(6));
    }
}
