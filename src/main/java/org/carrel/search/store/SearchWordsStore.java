package org.carrel.search.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.carrel.platform.Sql;
import org.carrel.search.Synonym;
import org.carrel.search.Synonym.Sense;

/** Synonyms, pins, weights and cases. Every change raises the version. */
public final class SearchWordsStore {
    /** @param used false takes a synonym away that Carrel brings */
    public record SynonymRow(Synonym synonym, boolean used) {}

    public record PinRow(String question, int position, long bibId) {}

    public record CaseRow(long id, String query, String expected, String reason) {}

    public long version(Connection connection) throws SQLException {
        return Sql.first(connection, "select version from search_version where id = 1", row -> row.getLong(1))
                .orElse(0L);
    }

    private static void changed(Connection connection) throws SQLException {
        Sql.update(connection, "update search_version set version = version + 1 where id = 1");
    }

    public List<SynonymRow> findSynonyms(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select said, means, sense, used from search_synonym order by said, means",
                row -> new SynonymRow(
                        new Synonym(
                                row.getString(1),
                                row.getString(2),
                                Sense.valueOf(row.getString(3).toUpperCase(Locale.ROOT))),
                        row.getBoolean(4)));
    }

    public void putSynonym(Connection connection, Synonym synonym, boolean used) throws SQLException {
        var sql = "insert into search_synonym (said, means, sense, used) values (?, ?, ?, ?) "
                + "on duplicate key update sense = values(sense), used = values(used)";
        var sense = synonym.sense().name().toLowerCase(Locale.ROOT);
        Sql.update(connection, sql, synonym.said(), synonym.means(), sense, used);
        changed(connection);
    }

    public void removeSynonym(Connection connection, String said, String means) throws SQLException {
        Sql.update(connection, "delete from search_synonym where said = ? and means = ?", said, means);
        changed(connection);
    }

    public List<PinRow> findPins(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select question, position, bib_id from search_pin order by question, position",
                row -> new PinRow(row.getString(1), row.getInt(2), row.getLong(3)));
    }

    /** Behind those that are pinned to the question already. False when there is no such record, or it is pinned. */
    public boolean addPin(Connection connection, String question, long bibId) throws SQLException {
        var sql = "insert ignore into search_pin (question, position, bib_id) "
                + "select ?, coalesce((select max(position) from search_pin where question = ?), 0) + 1, id "
                + "from bib_record where id = ?";
        var added = Sql.update(connection, sql, question, question, bibId) > 0;
        if (added) changed(connection);
        return added;
    }

    public void removePin(Connection connection, String question, long bibId) throws SQLException {
        Sql.update(connection, "delete from search_pin where question = ? and bib_id = ?", question, bibId);
        changed(connection);
    }

    /** Percent by part; only what was changed. */
    public Map<String, Integer> findWeights(Connection connection) throws SQLException {
        var weights = new TreeMap<String, Integer>();
        Sql.list(
                        connection,
                        "select part, percent from search_weight",
                        row -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(entry -> weights.put(entry.getKey(), entry.getValue()));
        return weights;
    }

    public void putWeights(Connection connection, Map<String, Integer> percents) throws SQLException {
        var sql = "insert into search_weight (part, percent) values (?, ?) "
                + "on duplicate key update percent = values(percent)";
        for (var each : percents.entrySet()) Sql.update(connection, sql, each.getKey(), each.getValue());
        changed(connection);
    }

    public List<CaseRow> findCases(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select id, query, expected, reason from search_case order by query, id",
                row -> new CaseRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    public void addCase(Connection connection, String query, String expected, String reason) throws SQLException {
        var sql = "insert into search_case (query, expected, reason) values (?, ?, ?) "
                + "on duplicate key update reason = values(reason)";
        Sql.update(connection, sql, query, expected, reason);
    }

    public void removeCase(Connection connection, long id) throws SQLException {
        Sql.update(connection, "delete from search_case where id = ?", id);
    }
}
