package org.carrel.search.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.platform.Sql;
import org.carrel.search.SavedSearch;
import org.carrel.search.TopicDraft;
import org.carrel.search.TopicPicture;
import org.carrel.search.TopicTile;
import org.carrel.search.TopicTile.Readers;
import org.carrel.search.TopicTile.Site;

/** The topics of the first page, those out of sight too. */
public final class TopicStore {
    private static final String SELECT = """
            select t.id, t.version, s.code, s.name, t.title_en, t.title_es, t.picture, t.search, t.readers, t.as_shelf,
                t.shown
            from topic_tile t left join site s on s.id = t.site_id
            """;

    /** In their order. */
    public List<TopicTile> find(Connection connection) throws SQLException {
        return Sql.list(connection, SELECT + " where t.removed_at is null order by t.position, t.id", TopicStore::tile);
    }

    /** The last one that was removed first. */
    public List<TopicTile> findRemoved(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                SELECT + " where t.removed_at is not null order by t.removed_at desc, t.id desc",
                TopicStore::tile);
    }

    /** Keeps others from changing the list until this transaction is over. */
    public void lock(Connection connection) throws SQLException {
        Sql.list(connection, "select id from topic_tile order by id for update", row -> row.getLong(1));
    }

    public List<String> findSiteCodes(Connection connection) throws SQLException {
        return Sql.list(connection, "select code from site", row -> row.getString(1));
    }

    /** At the end of the list. */
    public long add(Connection connection, TopicDraft draft, SavedSearch search) throws SQLException {
        var sql = """
                insert into topic_tile (position, site_id, title_en, title_es, picture, search, readers, as_shelf)
                select coalesce((select max(position) from topic_tile where removed_at is null), 0) + 1,
                    (select id from site where code = ?), ?, ?, ?, ?, ?, ?
                returning id
                """;
        return Sql.first(connection, sql, row -> row.getLong(1), values(draft, search))
                .orElseThrow();
    }

    /** False when it is another version by now, or removed. */
    public boolean replace(Connection connection, TopicDraft draft, SavedSearch search) throws SQLException {
        var sql = """
                update topic_tile set site_id = (select id from site where code = ?), title_en = ?, title_es = ?,
                    picture = ?, search = ?, readers = ?, as_shelf = ?, version = version + 1
                where removed_at is null and id = ? and version = ?
                """;
        var parameters = Stream.concat(Stream.of(values(draft, search)), Stream.of(draft.id(), draft.version()));
        return Sql.update(connection, sql, parameters.toArray()) > 0;
    }

    private static Object[] values(TopicDraft draft, SavedSearch search) {
        return new Object[] {
            draft.siteCode(),
            draft.titleEn(),
            draft.titleEs(),
            draft.picture(),
            search.query(),
            draft.readers().name().toLowerCase(Locale.ROOT),
            draft.asShelf()
        };
    }

    public void place(Connection connection, long id, int position) throws SQLException {
        Sql.update(connection, "update topic_tile set position = ? where id = ?", position, id);
    }

    public void show(Connection connection, long id, boolean shown) throws SQLException {
        Sql.update(connection, "update topic_tile set shown = ?, version = version + 1 where id = ?", shown, id);
    }

    public void remove(Connection connection, long id, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update topic_tile set removed_at = ? where id = ? and removed_at is null",
                LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                id);
    }

    public void restore(Connection connection, long id) throws SQLException {
        Sql.update(connection, "update topic_tile set removed_at = null, version = version + 1 where id = ?", id);
    }

    /** For good, those that were removed before. */
    public void forget(Connection connection, Instant before) throws SQLException {
        Sql.update(
                connection,
                "delete from topic_tile where removed_at < ?",
                LocalDateTime.ofInstant(before, ZoneOffset.UTC));
    }

    private static TopicTile tile(ResultSet row) throws SQLException {
        var siteCode = row.getString(3);
        var site = siteCode == null ? Optional.<Site>empty() : Optional.of(new Site(siteCode, row.getString(4)));
        return new TopicTile(
                row.getLong(1),
                row.getInt(2),
                site,
                row.getString(5),
                row.getString(6),
                TopicPicture.find(row.getString(7)).orElse(TopicPicture.BOOKS),
                SavedSearch.ofQuery(row.getString(8)),
                Readers.valueOf(row.getString(9).toUpperCase(Locale.ROOT)),
                row.getBoolean(10),
                row.getBoolean(11));
    }
}
