package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.AuthorityFile;
import org.carrel.catalog.AuthorityFile.Line;
import org.carrel.catalog.AuthorityFile.Outcome;
import org.carrel.catalog.AuthorityFile.State;
import org.carrel.catalog.Finding;
import org.carrel.catalog.rules.Texts;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** Authority files as they were read, and what each of their records is to us. */
public final class AuthorityFileStore {
    private static final String COLUMNS = "f.id, f.name, f.state, f.at, a.display_name, f.refused from authority_file f"
            + " left join account a on a.id = f.account_id";

    /**
     * A record of a file.
     *
     * @param marc MARC-in-JSON; null for what was rejected
     * @param before what stood under its number before it was stored; null when nothing did, or nothing was stored
     */
    public record Incoming(
            int number,
            Outcome outcome,
            String heading,
            @Nullable String marc,
            @Nullable Finding why,
            @Nullable String before) {}

    public long add(Connection connection, String name, long account, Instant at) throws SQLException {
        Sql.update(
                connection,
                "insert into authority_file (name, account_id, state, at) values (?, ?, 'read', ?)",
                Texts.cut(name, 200),
                account,
                Utc.of(at));
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    /** It was refused as a whole: what was read of it before is nothing. */
    public void refuse(Connection connection, long id, Finding why) throws SQLException {
        Sql.update(connection, "delete from authority_incoming where file_id = ?", id);
        Sql.update(
                connection,
                "update authority_file set state = 'refused', refused = ? where id = ?",
                Remarks.write(why),
                id);
    }

    public void addLines(Connection connection, long file, List<Incoming> lines) throws SQLException {
        Sql.batch(
                connection,
                "insert into authority_incoming (file_id, number, outcome, heading, marc, why)"
                        + " values (?, ?, ?, ?, ?, ?)",
                lines,
                (statement, line) -> {
                    var why = line.why();
                    statement.setLong(1, file);
                    statement.setInt(2, line.number());
                    statement.setString(3, word(line.outcome()));
                    statement.setString(4, Texts.cut(line.heading(), 500));
                    statement.setString(5, line.marc());
                    statement.setString(6, why == null ? null : Remarks.write(why));
                });
    }

    /** What became of them when the file was stored. */
    public void putOutcomes(Connection connection, long file, List<Incoming> lines) throws SQLException {
        Sql.batch(
                connection,
                "update authority_incoming set outcome = ?, before_marc = ? where file_id = ? and number = ?",
                lines,
                (statement, line) -> {
                    statement.setString(1, word(line.outcome()));
                    statement.setString(2, line.before());
                    statement.setLong(3, file);
                    statement.setInt(4, line.number());
                });
    }

    /** The next records that can be used, in the order of the file. */
    public List<Incoming> findUsable(Connection connection, long file, int after, int limit) throws SQLException {
        return Sql.list(
                connection,
                "select number, outcome, heading, marc, before_marc from authority_incoming where file_id = ? and number > ?"
                        + " and outcome <> 'rejected' order by number limit ?",
                AuthorityFileStore::incoming,
                file,
                after,
                limit);
    }

    /** The next records that were stored, the last of the file first. */
    public List<Incoming> findStored(Connection connection, long file, int below, int limit) throws SQLException {
        return Sql.list(
                connection,
                "select number, outcome, heading, marc, before_marc from authority_incoming where file_id = ? and number < ?"
                        + " and outcome in ('new', 'changed') order by number desc limit ?",
                AuthorityFileStore::incoming,
                file,
                below,
                limit);
    }

    private static Incoming incoming(ResultSet row) throws SQLException {
        return new Incoming(
                row.getInt(1), outcome(row.getString(2)), row.getString(3), row.getString(4), null, row.getString(5));
    }

    public Optional<State> lock(Connection connection, long id) throws SQLException {
        return Sql.first(
                connection,
                "select state from authority_file where id = ? for update",
                row -> state(row.getString(1)),
                id);
    }

    public void putState(Connection connection, long id, State state) throws SQLException {
        Sql.update(
                connection,
                "update authority_file set state = ? where id = ?",
                state.name().toLowerCase(Locale.ROOT),
                id);
    }

    public Optional<AuthorityFile> find(Connection connection, long id) throws SQLException {
        var counts = counts(connection, id);
        return Sql.first(connection, "select " + COLUMNS + " where f.id = ?", row -> file(row, counts), id);
    }

    /** The latest first, without their counts. */
    public List<AuthorityFile> findLatest(Connection connection, int most) throws SQLException {
        return Sql.list(
                connection, "select " + COLUMNS + " order by f.id desc limit ?", row -> file(row, Map.of()), most);
    }

    private static AuthorityFile file(ResultSet row, Map<Outcome, Integer> counts) throws SQLException {
        return new AuthorityFile(
                row.getLong(1),
                row.getString(2),
                state(row.getString(3)),
                Utc.instant(row, 4),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)).map(Remarks::readOne),
                counts);
    }

    private static Map<Outcome, Integer> counts(Connection connection, long id) throws SQLException {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        Sql.list(
                        connection,
                        "select outcome, count(*) from authority_incoming where file_id = ? group by outcome",
                        row -> Map.entry(outcome(row.getString(1)), row.getInt(2)),
                        id)
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    public List<Line> findLines(Connection connection, long file, Outcome outcome, int most) throws SQLException {
        return Sql.list(
                connection,
                "select number, heading, why from authority_incoming where file_id = ? and outcome = ? order by number limit ?",
                row -> new Line(
                        row.getInt(1),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)).map(Remarks::readOne)),
                file,
                word(outcome),
                most);
    }

    private static State state(String word) {
        return State.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Outcome outcome(String word) {
        return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
