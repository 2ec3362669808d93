package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.carrel.patrons.rules.MergeMemory;
import org.carrel.patrons.rules.MergeMemory.Key;
import org.carrel.platform.Sql;

/** Moves back what a merge has moved, as far as the one who was kept has it still. */
public final class UnmergeStore {
    private static final String OF_KEY = "(source_id, user_sourced_id) in (%s)";

    /** Those of these rows that the person has. @param table of cards, blocks or enrolments */
    public List<Long> still(Connection connection, String table, Collection<Long> ids, long patron)
            throws SQLException {
        if (ids.isEmpty()) return List.of();
        var sql = "select id from " + table + " where patron_id = ? and id in (" + Sql.marks(ids.size())
                + ") order by id";
        return Sql.list(connection, sql, row -> row.getLong(1), with(patron, ids));
    }

    /** Places in classes that rosters gave the person under these ids. */
    public List<Long> enrolments(Connection connection, List<Key> keys, long patron) throws SQLException {
        if (keys.isEmpty()) return List.of();
        var sql = "select id from enrolment where patron_id = ? and " + OF_KEY.formatted(pairs(keys)) + " order by id";
        return Sql.list(connection, sql, row -> row.getLong(1), with(patron, texts(keys)));
    }

    /** Those of these ids by which rosters find the person. */
    public List<Key> still(Connection connection, List<Key> keys, long patron) throws SQLException {
        if (keys.isEmpty()) return List.of();
        var sql =
                "select source_id, sourced_id from patron_source_key where patron_id = ? and (source_id, sourced_id) in ("
                        + pairs(keys) + ")";
        var there = Sql.list(
                connection, sql, row -> new Key(row.getInt(1), row.getString(2), true), with(patron, texts(keys)));
        return keys.stream()
                .filter(key -> there.contains(new Key(key.source(), key.sourcedId(), true)))
                .toList();
    }

    /** How many rows the person got since that are not among these. @param column the time of day of a row */
    public int since(
            Connection connection, String table, String column, long patron, Instant since, Collection<Long> but)
            throws SQLException {
        var others = but.isEmpty() ? "" : " and id not in (" + Sql.marks(but.size()) + ")";
        var parameters = new ArrayList<Object>(List.of(patron, Times.utc(since)));
        parameters.addAll(but);
        var sql = "select count(*) from " + table + " where patron_id = ? and " + column + " > ?" + others;
        return Sql.first(connection, sql, row -> row.getInt(1), parameters.toArray())
                .orElse(0);
    }

    public void give(Connection connection, String table, Collection<Long> ids, long patron) throws SQLException {
        if (ids.isEmpty()) return;
        var sql = "update " + table + " set patron_id = ? where id in (" + Sql.marks(ids.size()) + ")";
        Sql.update(connection, sql, with(patron, ids));
    }

    /** The ids lead to the one who went away again; the kept one is known by those from before. */
    public void giveKeys(Connection connection, List<Key> keys, List<Key> keptKeys, long kept, long merged)
            throws SQLException {
        var sql = "update patron_source_key set patron_id = ?, latest = ? where source_id = ? and sourced_id = ?";
        for (var key : keys) Sql.update(connection, sql, merged, key.latest(), key.source(), key.sourcedId());
        var none = "update patron_source_key k set k.latest = true where k.source_id = ? and k.sourced_id = ? "
                + "and k.patron_id = ? and not exists (select 1 from patron_source_key o where o.source_id = k.source_id "
                + "and o.patron_id = k.patron_id and o.latest)";
        for (var key : keptKeys) if (key.latest()) Sql.update(connection, none, key.source(), key.sourcedId(), kept);
    }

    /** The one who went away is as before. */
    public void apart(Connection connection, long merged, MergeMemory memory, Instant now) throws SQLException {
        var sql = "update patron set status = ?, merged_into = null, left_on = ?, missing_since = ?, note = ?, "
                + "changed_at = ?, version = version + 1 where id = ?";
        Sql.update(
                connection,
                sql,
                Times.word(memory.status()),
                memory.leftOn().orElse(null),
                memory.missingSince().orElse(null),
                memory.note(),
                Times.utc(now),
                merged);
    }

    /** Who had gone into the one who went away points there again. */
    public void followers(Connection connection, List<Long> followers, long kept, long merged) throws SQLException {
        var sql = "update patron set merged_into = ? where id = ? and merged_into = ?";
        for (var follower : followers) Sql.update(connection, sql, merged, follower, kept);
    }

    /** The kept one has no roster again, if it is still that of the other. */
    public void withoutSource(Connection connection, long kept, long merged) throws SQLException {
        var sql = "update patron k join patron m on m.id = ? set k.source_id = null "
                + "where k.id = ? and k.source_id = m.source_id";
        Sql.update(connection, sql, merged, kept);
    }

    public void undone(Connection connection, long number, String who, Instant now) throws SQLException {
        var sql = "update patron_merge set undone_at = ?, undone_by = ? where id = ?";
        Sql.update(connection, sql, Times.utc(now), who, number);
    }

    private static String pairs(List<Key> keys) {
        return "(?, ?), ".repeat(keys.size() - 1) + "(?, ?)";
    }

    private static List<Object> texts(List<Key> keys) {
        var texts = new ArrayList<Object>();
        for (var key : keys) {
            texts.add(key.source());
            texts.add(key.sourcedId());
        }
        return texts;
    }

    private static Object[] with(long first, Collection<?> more) {
        var all = new ArrayList<Object>();
        all.add(first);
        all.addAll(more);
        return all.toArray();
    }
}
