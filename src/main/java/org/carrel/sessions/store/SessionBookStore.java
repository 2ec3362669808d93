package org.carrel.sessions.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Sql;
import org.carrel.sessions.BookList.Wanted;

/** What is to be pulled for sessions. */
public final class SessionBookStore {
    private static final String FREE = """
            i.withdrawn_on is null and i.item_condition in ('good', 'worn')
            and not exists (select 1 from loan l where l.open_item = i.id)
            and not exists (select 1 from held_copy h where h.set_aside = i.id)
            and not exists (select 1 from item_transfer t where t.active_item = i.id)
            and not exists (select 1 from pulled_copy q where q.open_item = i.id)
            """;

    /** In order, with where copies of the site stand. */
    public List<Wanted> wanted(Connection connection, long session) throws SQLException {
        var sql = """
                select w.bib_id, b.title,
                    coalesce((select concat_ws(' ', nullif(i.call_prefix, ''), nullif(i.call_class, ''), nullif(i.call_cutter, ''),
                            if(o.name is null, null, concat('· ', o.name)))
                        from item i left join shelf_location o on o.id = i.shelf_location_id
                        where i.bib_id = w.bib_id and i.site_id = c.site_id and i.withdrawn_on is null order by i.shelf_key, i.id limit 1), ''),
                    w.copies,
                    (select count(*) from item i where i.bib_id = w.bib_id and i.site_id = c.site_id and %s),
                    (select count(*) from pulled_copy p join item i on i.id = p.item_id
                        where p.session_id = w.session_id and p.ended_at is null and i.bib_id = w.bib_id)
                from session_book w join class_session c on c.id = w.session_id join bib_record b on b.id = w.bib_id
                where w.session_id = ? order by w.position, w.bib_id
                """.formatted(FREE);
        return Sql.list(
                connection,
                sql,
                row -> new Wanted(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6)),
                session);
    }

    /** So many copies of a title; where it stood on the list already it stays. */
    public void set(Connection connection, long session, long bib, int copies) throws SQLException {
        var sql = """
                insert into session_book (session_id, bib_id, copies, position)
                select ?, ?, ?, coalesce(max(position), 0) + 1 from session_book where session_id = ?
                on duplicate key update copies = value(copies)
                """;
        Sql.update(connection, sql, session, bib, copies, session);
    }

    public void remove(Connection connection, long session, long bib) throws SQLException {
        Sql.update(connection, "delete from session_book where session_id = ? and bib_id = ?", session, bib);
    }

    /** Whether the catalog has it, and shows it. */
    public boolean isShown(Connection connection, long bib) throws SQLException {
        var sql =
                "select 1 from bib_record b where b.id = ? and not exists (select 1 from bib_unlisted u where u.bib_id = b.id) "
                        + "and not exists (select 1 from bib_merged m where m.bib_id = b.id)";
        return Sql.first(connection, sql, row -> true, bib).isPresent();
    }

    /** Nobody calls the session off until the transaction ends. Whether it is live. */
    public boolean share(Connection connection, long session) throws SQLException {
        var sql = "select state in ('requested', 'booked') from class_session where id = ? lock in share mode";
        return Sql.first(connection, sql, row -> row.getBoolean(1), session).orElse(false);
    }

    /** How many copies are wanted, and how many of those pulled, of each of these sessions. */
    public record Count(int wanted, int pulled) {}

    /** By number of the session; those without books are left out. */
    public Map<Long, Count> counts(Connection connection, Collection<Long> sessions) throws SQLException {
        if (sessions.isEmpty()) return Map.of();
        record Of(long session, Count count) {}
        var sql = """
                select c.id, greatest(coalesce(sum(w.copies), 0), c.books),
                    (select count(*) from pulled_copy p where p.session_id = c.id and p.ended_at is null)
                from class_session c left join session_book w on w.session_id = c.id where c.id in (%s) group by c.id, c.books
                """.formatted(Sql.marks(sessions.size()));
        var counts = new HashMap<Long, Count>();
        Sql.list(
                        connection,
                        sql,
                        row -> new Of(row.getLong(1), new Count(row.getInt(2), row.getInt(3))),
                        sessions.toArray())
                .stream()
                .filter(of -> of.count().wanted() > 0 || of.count().pulled() > 0)
                .forEach(of -> counts.put(of.session(), of.count()));
        return counts;
    }

    /** How many sessions want one of these titles. */
    public int countSessions(Connection connection, Collection<Long> bibs) throws SQLException {
        if (bibs.isEmpty()) return 0;
        var sql =
                "select count(distinct session_id) from session_book where bib_id in (" + Sql.marks(bibs.size()) + ")";
        return Sql.first(connection, sql, row -> row.getInt(1), bibs.toArray()).orElse(0);
    }

    /** Sessions that want a title, by number. */
    public List<Long> sessions(Connection connection, long bib) throws SQLException {
        return Sql.list(
                connection,
                "select session_id from session_book where bib_id = ? order by session_id for update",
                row -> row.getLong(1),
                bib);
    }

    /** Where a session wants both titles it wants as many copies of the second one, and no more of the first. */
    public void join(Connection connection, long from, long to) throws SQLException {
        var sql = """
                update session_book b join session_book a on a.session_id = b.session_id and a.bib_id = ?
                set b.copies = least(99, b.copies + a.copies) where b.bib_id = ?
                """;
        Sql.update(connection, sql, from, to);
        var gone = """
                delete a from session_book a join session_book b on b.session_id = a.session_id and b.bib_id = ? where a.bib_id = ?
                """;
        Sql.update(connection, gone, to, from);
    }

    /** These sessions want the second title instead of the first, at the same place of their lists. */
    public void move(Connection connection, Collection<Long> sessions, long from, long to) throws SQLException {
        if (sessions.isEmpty()) return;
        var values = new ArrayList<Object>();
        values.add(to);
        values.add(from);
        values.addAll(sessions);
        var sql = "update ignore session_book set bib_id = ? where bib_id = ? and session_id in ("
                + Sql.marks(sessions.size()) + ")";
        Sql.update(connection, sql, values.toArray());
    }
}
