package org.carrel.notices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.notices.NoticeDesk.Shown;
import org.carrel.notices.NoticeState;
import org.carrel.notices.QueuedNotice;
import org.carrel.platform.Sql;

/** Letters of a site as the desk sees them. */
public final class NoticeListStore {
    private final NoticeStore notices = new NoticeStore();

    /** @param page from 1 */
    public List<QueuedNotice> list(Connection connection, String site, Shown shown, int page, int size)
            throws SQLException {
        var rest = "where s.code = ? and " + condition(shown) + " order by n.not_before, n.id limit ? offset ?";
        return notices.list(connection, rest, site, size, (page - 1) * size);
    }

    public int count(Connection connection, String site, Shown shown) throws SQLException {
        var sql = "select count(*) from notice n join site s on s.id = n.site_id where s.code = ? and "
                + condition(shown);
        return Sql.first(connection, sql, row -> row.getInt(1), site).orElseThrow();
    }

    private static String condition(Shown shown) {
        return switch (shown) {
            case TO_LOOK_AT -> "n.state in ('failed', 'unknown')";
            case WAITING -> "n.state in ('queued', 'sending') and n.way <> 'paper'";
            case PAPER -> "n.state = 'queued' and n.way = 'paper'";
            case HELD -> "n.state = 'held'";
        };
    }

    /** Letters that wait to be printed, and may be. */
    public List<QueuedNotice> paper(Connection connection, String site, Instant now) throws SQLException {
        var rest = "where s.code = ? and n.state = 'queued' and n.way = 'paper' and n.not_before <= ? order by n.id";
        return notices.list(connection, rest, site, Cells.utc(now));
    }

    /** What has gone out, or was not needed any more, since then. */
    public Map<NoticeState, Integer> overSince(Connection connection, String site, Instant since) throws SQLException {
        var counts = new EnumMap<NoticeState, Integer>(NoticeState.class);
        Sql.list(
                connection,
                "select n.state, count(*) from notice n join site s on s.id = n.site_id where s.code = ? "
                        + "and n.state in ('sent', 'cancelled') and n.done_at >= ? group by n.state",
                row -> counts.put(Cells.constant(NoticeState.class, row.getString(1)), row.getInt(2)),
                site,
                Cells.utc(since));
        return counts;
    }

    /** Nobody else changes it until the transaction ends. */
    public Optional<QueuedNotice> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from notice where id = ? for update", row -> row.getLong(1), id);
        return notices.find(connection, id);
    }

    public void set(Connection connection, long id, NoticeState state, Optional<Instant> done) throws SQLException {
        Sql.update(
                connection,
                "update notice set state = ?, done_at = ? where id = ?",
                Cells.word(state),
                done.map(Cells::utc).orElse(null),
                id);
    }

    /** On paper instead of by mail. False when there is such a strip already. */
    public boolean toPaper(Connection connection, long id, String key) throws SQLException {
        var taken = Sql.first(
                connection, "select 1 from notice where dedupe_key = ? for update", row -> row.getInt(1), key);
        if (taken.isPresent()) return false;
        return Sql.update(connection, "update notice set way = 'paper', dedupe_key = ? where id = ?", key, id) == 1;
    }

    /** Those of these that wait to be printed at these sites; nobody else changes them until the transaction ends. */
    public List<QueuedNotice> lockPaper(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var marks = Sql.marks(ids.size());
        Sql.list(
                connection,
                "select id from notice where id in (" + marks + ") order by id for update",
                row -> row.getLong(1),
                ids.toArray());
        return notices.list(
                connection, "where n.state = 'queued' and n.way = 'paper' and n.id in (" + marks + ")", ids.toArray());
    }
}
