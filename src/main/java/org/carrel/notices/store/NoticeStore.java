package org.carrel.notices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeProblem;
import org.carrel.notices.NoticeState;
import org.carrel.notices.NoticeWay;
import org.carrel.notices.NoticeWish;
import org.carrel.notices.NoticeWish.Part;
import org.carrel.notices.NoticeWish.What;
import org.carrel.notices.QueuedNotice;
import org.carrel.platform.Sql;

/** Letters as they come into the outbox and as they are found there. */
public final class NoticeStore {
    static final String COLUMNS =
            "n.id, n.dedupe_key, n.kind, s.code, coalesce(n.patron_id, 0) as patron, coalesce(n.account_id, 0) as account, n.about, n.day, n.way, n.state, "
                    + "n.not_before, n.attempts, n.created_at, n.claimed_at, n.problem, coalesce(n.reply_code, 0) as reply";

    private static final String FROM = " from notice n join site s on s.id = n.site_id ";

    /** A new letter. */
    public record Added(String key, NoticeWish wish, int site, NoticeWay way, String about, Instant now) {}

    /** What there is of a letter already. */
    public record Known(long id, NoticeState state, Instant notBefore) {}

    /** Empty when this call has made it; else what there was, which nobody changes until the transaction ends. */
    public Optional<Known> add(Connection connection, Added added) throws SQLException {
        var wish = added.wish();
        var sql = """
                insert ignore into notice
                    (dedupe_key, kind, site_id, patron_id, about, day, way, not_before, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        var made = Sql.update(
                connection,
                sql,
                added.key(),
                Cells.word(wish.kind()),
                added.site(),
                wish.patron() == 0 ? null : wish.patron(),
                added.about(),
                wish.day(),
                Cells.word(added.way()),
                Cells.utc(wish.notBefore()),
                Cells.utc(added.now()));
        var known = known(connection, added.key());
        if (made == 1) {
            parts(connection, known.id(), wish.parts());
            return Optional.empty();
        }
        return Optional.of(known);
    }

    private static Known known(Connection connection, String key) throws SQLException {
        var sql = "select id, state, not_before from notice where dedupe_key = ? for update";
        return Sql.first(
                        connection,
                        sql,
                        row -> new Known(
                                row.getLong("id"),
                                Cells.constant(NoticeState.class, row.getString("state")),
                                Cells.instant(row, "not_before")),
                        key)
                .orElseThrow(() -> new SQLException("A notice was not written"));
    }

    public void parts(Connection connection, long notice, Collection<Part> parts) throws SQLException {
        Sql.batch(connection, "insert ignore into notice_part values (?, ?, ?)", parts, (insert, part) -> {
            insert.setLong(1, notice);
            insert.setString(2, Cells.word(part.what()));
            insert.setLong(3, part.id());
        });
    }

    /** A letter about a session to one reader, and the day of the site. */
    public record ToReader(
            String key, int site, long patron, long account, NoticeWay way, long session, LocalDate day, Instant now) {}

    /**
     * A letter about a session that goes out at that moment; one that waits already goes then, too, but not later than so long after it
     * was queued.
     */
    public void tell(Connection connection, ToReader to, Instant notBefore, Duration longest) throws SQLException {
        var waiting = Sql.first(
                connection, """
                select n.id from notice n join notice_part p on p.notice_id = n.id and p.what = 'session' and p.ref_id = ?
                where n.state in ('queued', 'held') and n.way = ? and coalesce(n.patron_id, 0) = ? and coalesce(n.account_id, 0) = ?
                order by n.id limit 1 for update
                """, row -> row.getLong(1), to.session(), Cells.word(to.way()), to.patron(), to.account());
        if (waiting.isPresent()) {
            Sql.update(
                    connection,
                    "update notice set not_before = greatest(not_before, least(?, created_at + interval ? second)) where id = ?",
                    Cells.utc(notBefore),
                    longest.toSeconds(),
                    waiting.get());
            return;
        }
        Sql.update(
                connection,
                """
                insert ignore into notice (dedupe_key, kind, site_id, patron_id, account_id, day, way, not_before, created_at)
                values (?, 'session', ?, ?, ?, ?, ?, ?, ?)
                """,
                to.key(),
                to.site(),
                to.patron() == 0 ? null : to.patron(),
                to.account() == 0 ? null : to.account(),
                to.day(),
                Cells.word(to.way()),
                Cells.utc(notBefore),
                Cells.utc(to.now()));
        parts(connection, known(connection, to.key()).id(), List.of(new Part(What.SESSION, to.session())));
    }

    /** Waits again, until then; held ones stay held. */
    public void requeue(Connection connection, long notice, Instant notBefore) throws SQLException {
        var sql = "update notice set state = if(state = 'held', 'held', 'queued'), not_before = ?, done_at = null, "
                + "problem = null, reply_code = null, attempts = 0 where id = ?";
        Sql.update(connection, sql, Cells.utc(notBefore), notice);
    }

    /** Takes these parts out of all letters; one that has nothing to say any more is cancelled. How many parts. */
    public int drop(Connection connection, What what, Collection<Long> ids, Instant now) throws SQLException {
        if (ids.isEmpty()) return 0;
        var parameters = new ArrayList<Object>();
        parameters.add(Cells.word(what));
        parameters.addAll(ids);
        var those = "what = ? and ref_id in (" + Sql.marks(ids.size()) + ")";
        var letters = Sql.list(
                connection,
                "select n.id from notice n where n.id in (select notice_id from notice_part where " + those
                        + ") order by n.id for update",
                row -> row.getLong(1),
                parameters.toArray());
        if (letters.isEmpty()) return 0;
        var gone = Sql.update(connection, "delete from notice_part where " + those, parameters.toArray());
        var over = "update notice set state = 'cancelled', done_at = ?, problem = null, reply_code = null where id = ? "
                + "and state in ('queued', 'held', 'failed', 'unknown') and not exists "
                + "(select 1 from notice_part p where p.notice_id = notice.id)";
        for (var letter : letters) Sql.update(connection, over, Cells.utc(now), letter);
        return gone;
    }

    public Optional<QueuedNotice> find(Connection connection, long id) throws SQLException {
        return list(connection, "where n.id = ?", id).stream().findFirst();
    }

    /** @param rest of the statement, from its condition on */
    List<QueuedNotice> list(Connection connection, String rest, Object... parameters) throws SQLException {
        var rows = Sql.list(connection, "select " + COLUMNS + FROM + rest, NoticeStore::notice, parameters);
        if (rows.isEmpty()) return rows;
        var parts = partsOf(connection, rows.stream().map(QueuedNotice::id).toList());
        return rows.stream()
                .map(row -> with(row, parts.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Map<Long, List<Part>> partsOf(Connection connection, List<Long> notices) throws SQLException {
        var parts = new HashMap<Long, List<Part>>();
        var sql = "select notice_id, what, ref_id from notice_part where notice_id in (" + Sql.marks(notices.size())
                + ") order by ref_id";
        Sql.list(
                connection,
                sql,
                row -> parts.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new Part(Cells.constant(What.class, row.getString(2)), row.getLong(3))),
                notices.toArray());
        return parts;
    }

    private static QueuedNotice notice(ResultSet row) throws SQLException {
        var problem = row.getString("problem");
        return new QueuedNotice(
                row.getLong("id"),
                row.getString("dedupe_key"),
                Cells.constant(NoticeKind.class, row.getString("kind")),
                row.getString("code"),
                row.getLong("patron"),
                row.getLong("account"),
                row.getString("about"),
                Cells.day(row, "day"),
                Cells.constant(NoticeWay.class, row.getString("way")),
                Cells.constant(NoticeState.class, row.getString("state")),
                Cells.instant(row, "not_before"),
                row.getInt("attempts"),
                Cells.instant(row, "created_at"),
                Cells.someInstant(row, "claimed_at"),
                problem == null ? Optional.empty() : Optional.of(NoticeProblem.valueOf(problem)),
                row.getInt("reply"),
                List.of());
    }

    private static QueuedNotice with(QueuedNotice row, List<Part> parts) {
        return new QueuedNotice(
                row.id(),
                row.key(),
                row.kind(),
                row.site(),
                row.patron(),
                row.account(),
                row.about(),
                row.day(),
                row.way(),
                row.state(),
                row.notBefore(),
                row.attempts(),
                row.since(),
                row.claimed(),
                row.problem(),
                row.replyCode(),
                parts);
    }

    /** The last day for which this site's letters were made. */
    public Optional<LocalDate> planned(Connection connection, int site) throws SQLException {
        return Sql.first(
                connection,
                "select planned_on from notice_day where site_id = ?",
                row -> Cells.day(row, "planned_on"),
                site);
    }

    public void planned(Connection connection, int site, LocalDate day) throws SQLException {
        var sql = "insert into notice_day values (?, ?) on duplicate key update planned_on = values(planned_on)";
        Sql.update(connection, sql, site, day);
    }

    /** Letters from before then, whatever became of them. How many. */
    public int forget(Connection connection, Instant before) throws SQLException {
        return Sql.update(
                connection, "delete from notice where created_at < ? and state <> 'sending'", Cells.utc(before));
    }

    public Optional<Integer> site(Connection connection, String code) throws SQLException {
        return Sql.first(connection, "select id from site where code = ?", row -> row.getInt(1), code);
    }

    /** Code of the site with this number. */
    public String siteCode(Connection connection, int site) throws SQLException {
        return Sql.first(connection, "select code from site where id = ?", row -> row.getString(1), site)
                .orElseThrow();
    }
}
