package org.carrel.notices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carrel.notices.NoticeProblem;
import org.carrel.notices.NoticeState;
import org.carrel.notices.QueuedNotice;
import org.carrel.platform.Sql;

/** Letters on their way: taken by one node, and marked by nobody else. */
public final class OutboxStore {
    private final NoticeStore notices = new NoticeStore();

    /** The next letter that may go by mail, for this node alone: others pass over it while it is locked. */
    public Optional<QueuedNotice> claim(Connection connection, Instant now) throws SQLException {
        var next = Sql.first(
                connection,
                "select id from notice where state = 'queued' and not_before <= ? and way <> 'paper' "
                        + "order by not_before, id limit 1 for update skip locked",
                row -> row.getLong(1),
                Cells.utc(now));
        if (next.isEmpty()) return Optional.empty();
        Sql.update(
                connection,
                "update notice set state = 'sending', claimed_at = ?, attempts = attempts + 1 where id = ?",
                Cells.utc(now),
                next.get());
        return notices.find(connection, next.get());
    }

    /** Letters that were taken since then, by all nodes. */
    public int claimedSince(Connection connection, Instant since) throws SQLException {
        return Sql.first(
                        connection,
                        "select count(*) from notice where claimed_at > ?",
                        row -> row.getInt(1),
                        Cells.utc(since))
                .orElseThrow();
    }

    /** Notes the address of a letter on its way, as a hash, and counts those that went there since then. */
    public int sentTo(Connection connection, QueuedNotice notice, byte[] address, Instant since) throws SQLException {
        Sql.update(connection, "update notice set address_key = ? where id = ?", address, notice.id());
        return Sql.first(
                        connection,
                        "select count(*) from notice where address_key = ? and claimed_at > ? and id <> ? "
                                + "and state in ('sending', 'sent', 'unknown')",
                        row -> row.getInt(1),
                        address,
                        Cells.utc(since),
                        notice.id())
                .orElseThrow();
    }

    /** Over: what it was about is gone with it. */
    public void over(Connection connection, QueuedNotice notice, NoticeState state, Instant now) throws SQLException {
        var sql = "update notice set state = ?, done_at = ?, problem = null, reply_code = null where "
                + "id = ? and state = 'sending' and claimed_at = ?";
        if (mark(connection, sql, notice, Cells.word(state), Cells.utc(now))) empty(connection, notice.id());
    }

    /** Waits for the next try. */
    public void later(Connection connection, QueuedNotice notice, Later later) throws SQLException {
        var sql = "update notice set state = 'queued', not_before = ?, attempts = ?, problem = ?, reply_code = ? "
                + "where id = ? and state = 'sending' and claimed_at = ?";
        mark(
                connection,
                sql,
                notice,
                Cells.utc(later.notBefore()),
                later.counts() ? notice.attempts() : notice.attempts() - 1,
                later.problem().name(),
                later.replyCode());
    }

    /** @param counts it was this letter's own fault */
    public record Later(Instant notBefore, boolean counts, NoticeProblem problem, int replyCode) {}

    /** Somebody has to look at it. */
    public void stop(
            Connection connection, QueuedNotice notice, NoticeState state, NoticeProblem problem, int replyCode)
            throws SQLException {
        var sql = "update notice set state = ?, problem = ?, reply_code = ? "
                + "where id = ? and state = 'sending' and claimed_at = ?";
        mark(connection, sql, notice, Cells.word(state), problem.name(), replyCode);
    }

    /** False when another node has given this one up meanwhile. */
    private static boolean mark(Connection connection, String sql, QueuedNotice notice, Object... values)
            throws SQLException {
        var all = new Object[values.length + 2];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = notice.id();
        all[values.length + 1] = Cells.utc(notice.claimed().orElseThrow());
        return Sql.update(connection, sql, all) == 1;
    }

    public void empty(Connection connection, long notice) throws SQLException {
        Sql.update(connection, "delete from notice_part where notice_id = ?", notice);
    }

    /** Letters that a node took and never came back from: whether they arrived nobody knows. How many. */
    public int abandon(Connection connection, Instant now, Duration lease) throws SQLException {
        return Sql.update(
                connection,
                "update notice set state = 'unknown', problem = ? where state = 'sending' and claimed_at < ?",
                NoticeProblem.BROKEN_OFF.name(),
                Cells.utc(now.minus(lease)));
    }
}
