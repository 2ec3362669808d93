package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.GradeMove;
import org.carrel.patrons.RosterLine;
import org.carrel.patrons.RosterLine.Change;
import org.carrel.patrons.RosterOutcome;
import org.carrel.platform.Sql;

/** The lines of a run: one for each person something happens to, with the fields that change. */
public final class RosterLineStore {
    private static final int LONGEST_NAME = 420;
    private static final int LONGEST_FIELD = 300;

    public void clear(Connection connection, long id) throws SQLException {
        Sql.update(connection, "delete from roster_field where run_id = ?", id);
        Sql.update(connection, "delete from roster_line where run_id = ?", id);
    }

    /** Writes lines of a run; not those of everybody at once. */
    public void add(Connection connection, long id, List<RosterLine> lines) throws SQLException {
        var sql = "insert into roster_line (run_id, number, file_row, sourced_id, name, outcome, patron_id, remarks) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?)";
        Sql.batch(connection, sql, lines, (insert, line) -> {
            insert.setLong(1, id);
            insert.setInt(2, line.number());
            insert.setInt(3, line.row());
            insert.setString(4, line.sourcedId());
            insert.setString(5, cut(line.name(), LONGEST_NAME));
            insert.setString(6, Times.word(line.outcome()));
            insert.setObject(7, line.patronId().orElse(null));
            insert.setString(8, RosterJson.write(line.remarks()));
        });
        record Field(int number, Change change) {}
        var fields = new ArrayList<Field>();
        for (var line : lines) for (var change : line.fields()) fields.add(new Field(line.number(), change));
        Sql.batch(connection, "insert into roster_field values (?, ?, ?, ?, ?)", fields, (insert, field) -> {
            insert.setLong(1, id);
            insert.setInt(2, field.number());
            insert.setString(3, field.change().field());
            insert.setString(4, cut(field.change().was(), LONGEST_FIELD));
            insert.setString(5, cut(field.change().becomes(), LONGEST_FIELD));
        });
    }

    /** Lines after this number; all outcomes when empty. */
    public List<RosterLine> lines(Connection connection, long id, Optional<RosterOutcome> outcome, int after, int most)
            throws SQLException {
        var word = outcome.map(Times::word).orElse("");
        var fields = fields(connection, id, word, after, most);
        var sql = "select number, file_row, sourced_id, name, outcome, patron_id, remarks, kept from roster_line "
                + "where run_id = ? and number > ? and (? = '' or outcome = ?) order by number limit ?";
        return Sql.list(
                connection,
                sql,
                row -> new RosterLine(
                        row.getInt(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        Times.constant(RosterOutcome.class, row.getString(5)),
                        Times.number(row, 6),
                        RosterJson.remarks(row.getString(7)),
                        fields.getOrDefault(row.getInt(1), List.of()),
                        row.getBoolean(8)),
                id,
                after,
                word,
                word,
                most);
    }

    /** How many people of a run go from one grade to another. */
    public List<GradeMove> grades(Connection connection, long id) throws SQLException {
        var sql = "select was, becomes, count(*) from roster_field where run_id = ? and field = 'GRADE' and was <> '' "
                + "group by was, becomes order by was, becomes";
        return Sql.list(connection, sql, row -> new GradeMove(row.getString(1), row.getString(2), row.getInt(3)), id);
    }

    private static Map<Integer, List<Change>> fields(
            Connection connection, long id, String outcome, int after, int most) throws SQLException {
        var fields = new HashMap<Integer, List<Change>>();
        var sql = "select f.number, f.field, f.was, f.becomes from (select number from roster_line where run_id = ? "
                + "and number > ? and (? = '' or outcome = ?) order by number limit ?) l "
                + "join roster_field f on f.run_id = ? and f.number = l.number";
        Sql.list(
                connection,
                sql,
                row -> fields.computeIfAbsent(row.getInt(1), number -> new ArrayList<>())
                        .add(new Change(row.getString(2), row.getString(3), row.getString(4))),
                id,
                after,
                outcome,
                outcome,
                most,
                id);
        return fields;
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
