package org.carrel.lists.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.lists.ListDraft;
import org.carrel.lists.ListKind;
import org.carrel.lists.ListState;
import org.carrel.lists.ReadingList;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.search.Readers;
import org.jspecify.annotations.Nullable;

/** Lists, without what stands on them, and the sessions they belong to. */
public final class ReadingListStore {
    private static final String SELECT = """
            select l.id, l.version, l.word, l.kind, l.title, l.note, l.language, l.readers, l.year, s.code, l.account_id, l.state,
                l.on_home, l.changed_at
            from reading_list l left join site s on s.id = l.site_id
            """;

    /** By title. */
    public List<ReadingList> all(Connection connection) throws SQLException {
        return Sql.list(connection, SELECT + " order by l.title, l.year desc, l.id", ReadingListStore::list);
    }

    public Optional<ReadingList> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + " where l.id = ?", ReadingListStore::list, id);
    }

    /** One that is published. @param word of its address */
    public Optional<ReadingList> findPublished(Connection connection, String word) throws SQLException {
        return Sql.first(
                connection, SELECT + " where l.word = ? and l.state = 'published'", ReadingListStore::list, word);
    }

    /** Nobody else changes it or what stands on it until the transaction ends. */
    public Optional<ReadingList> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from reading_list where id = ? for update", row -> true, id);
        return find(connection, id);
    }

    /** Those for the first page of a school's kiosks, by title. @param site code; empty: what is for all schools */
    public List<ReadingList> onHome(Connection connection, String site) throws SQLException {
        return Sql.list(
                connection,
                SELECT
                        + " where l.on_home and l.state = 'published' and (s.code is null or s.code = ?) order by l.title, l.year desc, l.id",
                ReadingListStore::list,
                site);
    }

    /** A draft. @return its number */
    public long add(Connection connection, ListDraft draft, OptionalInt year, String word, long account, Instant now)
            throws SQLException {
        var sql = """
                insert into reading_list (word, kind, title, note, language, readers, year, site_id, account_id, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, (select id from site where code = ?), ?, ?)
                returning id
                """;
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        word,
                        code(draft.kind()),
                        draft.title(),
                        draft.note(),
                        draft.language(),
                        code(draft.readers()),
                        number(year),
                        draft.site(),
                        account,
                        Utc.of(now))
                .orElseThrow();
    }

    /** False when it is another version by now. */
    public boolean replace(Connection connection, ListDraft draft, OptionalInt year, Instant now) throws SQLException {
        var sql = """
                update reading_list set kind = ?, title = ?, note = ?, language = ?, readers = ?, year = ?,
                    site_id = (select id from site where code = ?), changed_at = ?, version = version + 1
                where id = ? and version = ?
                """;
        return Sql.update(
                        connection,
                        sql,
                        code(draft.kind()),
                        draft.title(),
                        draft.note(),
                        draft.language(),
                        code(draft.readers()),
                        number(year),
                        draft.site(),
                        Utc.of(now),
                        draft.id(),
                        draft.version())
                == 1;
    }

    public void setState(Connection connection, long id, ListState state, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update reading_list set state = ?, changed_at = ?, version = version + 1 where id = ?",
                code(state),
                Utc.of(now),
                id);
    }

    public void setHome(Connection connection, long id, boolean onHome, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update reading_list set on_home = ?, changed_at = ?, version = version + 1 where id = ?",
                onHome,
                Utc.of(now),
                id);
    }

    /** Something on it was changed: who has its form open has seen everything of that form all the same. */
    public void touch(Connection connection, long id, Instant now) throws SQLException {
        Sql.update(connection, "update reading_list set changed_at = ? where id = ?", Utc.of(now), id);
    }

    /** For good, those that were removed before. */
    public void forget(Connection connection, Instant before) throws SQLException {
        Sql.update(connection, "delete from reading_list where state = 'removed' and changed_at < ?", Utc.of(before));
    }

    /** The published lists of sessions, each once, by title. */
    public List<ReadingList> ofSessions(Connection connection, Collection<Long> sessions) throws SQLException {
        if (sessions.isEmpty()) return List.of();
        var sql = SELECT
                + " where l.state = 'published' and l.id in (select list_id from session_reading_list where session_id in ("
                + Sql.marks(sessions.size()) + ")) order by l.title, l.year desc, l.id";
        return Sql.list(connection, sql, ReadingListStore::list, sessions.toArray());
    }

    /** Attached before it stays so. */
    public void attach(Connection connection, long session, long list) throws SQLException {
        Sql.update(
                connection,
                "insert ignore into session_reading_list (session_id, list_id) values (?, ?)",
                session,
                list);
    }

    public void detach(Connection connection, long session, long list) throws SQLException {
        Sql.update(connection, "delete from session_reading_list where session_id = ? and list_id = ?", session, list);
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Integer number(OptionalInt year) {
        return year.isPresent() ? year.getAsInt() : null;
    }

    private static ReadingList list(ResultSet row) throws SQLException {
        var year = row.getInt(9);
        return new ReadingList(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                ListKind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Readers.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                year == 0 ? OptionalInt.empty() : OptionalInt.of(year),
                Optional.ofNullable(row.getString(10)),
                Utc.someNumber(row, 11),
                ListState.valueOf(row.getString(12).toUpperCase(Locale.ROOT)),
                row.getBoolean(13),
                Utc.instant(row, 14));
    }
}
