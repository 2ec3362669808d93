package org.carrel.search.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.carrel.platform.Sql;

/** What was searched for, without anybody who did. */
public final class SearchLogStore {
    /** @param terms in the normal form of a question */
    public record Entry(LocalDate day, String terms, boolean refined, int times, long hits, boolean corrected) {}

    /** Asked how often in all, found how much at the last time. */
    public record Total(String terms, long times, long refined, long hits, boolean corrected) {}

    /** Counts them on top of what was counted before; in the order of their keys, so that two nodes never wait in a circle. */
    public void add(Connection connection, Collection<Entry> entries) throws SQLException {
        var sql = "insert into search_log (day, terms, refined, times, hits, corrected) values (?, ?, ?, ?, ?, ?) "
                + "on duplicate key update times = times + values(times), hits = values(hits), "
                + "corrected = values(corrected)";
        for (var each : entries) {
            Sql.update(
                    connection,
                    sql,
                    each.day(),
                    each.terms(),
                    each.refined(),
                    each.times(),
                    Math.min(each.hits(), Integer.MAX_VALUE),
                    each.corrected());
        }
    }

    /** @param atMost found so many records at the last time; the most frequent first */
    public List<Total> findWeak(Connection connection, LocalDate since, long atMost, int limit) throws SQLException {
        var sql = "select terms, sum(times), sum(if(refined, times, 0)), "
                + "substring_index(group_concat(hits order by day desc), ',', 1) + 0 as last, max(corrected) "
                + "from search_log where day >= ? and terms <> '' group by terms having last <= ? "
                + "order by sum(times) desc, terms limit ?";
        return Sql.list(
                connection,
                sql,
                row -> new Total(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getBoolean(5)),
                since,
                atMost,
                limit);
    }

    /** The most frequent first. */
    public List<String> findFrequent(Connection connection, LocalDate since, int limit) throws SQLException {
        var sql = "select terms from search_log where day >= ? and terms <> '' group by terms "
                + "order by sum(times) desc, terms limit ?";
        return Sql.list(connection, sql, row -> row.getString(1), since, limit);
    }

    /** Folds the rare terms of each old day into one row without words. */
    public void foldRare(Connection connection, LocalDate before, int rare) throws SQLException {
        var old = "from search_log where day < ? and terms <> '' and terms in (select terms from ("
                + "select terms from search_log group by terms having sum(times) < ?) rare)";
        Sql.update(
                connection,
                "insert into search_log (day, terms, refined, times, hits, corrected) "
                        + "select day, '', refined, sum(times), 0, false " + old + " group by day, refined "
                        + "on duplicate key update search_log.times = search_log.times + values(times)",
                before,
                rare);
        Sql.update(connection, "delete " + old, before, rare);
    }

    /** How many rows. */
    public int forget(Connection connection, LocalDate before) throws SQLException {
        return Sql.update(connection, "delete from search_log where day < ?", before);
    }
}
