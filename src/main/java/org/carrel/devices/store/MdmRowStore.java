package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmLine;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmSource;
import org.carrel.devices.rules.MdmPlanned;
import org.carrel.devices.rules.MdmRow;
import org.carrel.devices.rules.Serials;
import org.carrel.devices.rules.Suspicion;
import org.carrel.platform.Sql;

/** Rows of files of devices, a page at a time. */
public final class MdmRowStore {
    private static final int LONGEST_LABEL = 200;

    /** A row as it is staged. @param row empty while nobody knows which column is which */
    public record Staged(int number, List<String> cells, Optional<MdmRow> row) {}

    public void add(Connection connection, long run, List<Staged> rows) throws SQLException {
        var sql = "insert into mdm_row (run_id, number, cells, mdm_key, serial_key, tag_key) values (?, ?, ?, ?, ?, ?)";
        Sql.batch(connection, sql, rows, (insert, row) -> {
            insert.setLong(1, run);
            insert.setInt(2, row.number());
            insert.setString(3, MdmJson.texts(row.cells()));
            insert.setString(4, row.row().flatMap(MdmRowStore::mdmKey).orElse(null));
            insert.setString(5, row.row().flatMap(MdmRowStore::serialKey).orElse(null));
            insert.setString(6, row.row().flatMap(MdmRowStore::tagKey).orElse(null));
        });
    }

    /** Under other columns a row has other keys. */
    public void keys(Connection connection, long run, List<Staged> rows) throws SQLException {
        var sql = "update mdm_row set mdm_key = ?, serial_key = ?, tag_key = ? where run_id = ? and number = ?";
        Sql.batch(connection, sql, rows, (update, row) -> {
            update.setString(1, row.row().flatMap(MdmRowStore::mdmKey).orElse(null));
            update.setString(2, row.row().flatMap(MdmRowStore::serialKey).orElse(null));
            update.setString(3, row.row().flatMap(MdmRowStore::tagKey).orElse(null));
            update.setLong(4, run);
            update.setInt(5, row.number());
        });
    }

    private static Optional<String> mdmKey(MdmRow row) {
        return Optional.of(row.get(MdmField.MDM_ID)).filter(id -> !id.isEmpty());
    }

    private static Optional<String> serialKey(MdmRow row) {
        return Serials.key(row.get(MdmField.SERIAL));
    }

    /** Also how often a tag occurs is asked without regard to case. */
    public static Optional<String> tagKey(MdmRow row) {
        return Optional.of(row.get(MdmField.TAG))
                .filter(tag -> !tag.isEmpty())
                .map(tag -> tag.toUpperCase(Locale.ROOT));
    }

    /** Rows of the file after this one, cells only. */
    public List<Staged> page(Connection connection, long run, int after, int most) throws SQLException {
        var sql = "select number, cells from mdm_row where run_id = ? and number > ? and cells is not null "
                + "order by number limit ?";
        return Sql.list(
                connection,
                sql,
                row -> new Staged(row.getInt(1), MdmJson.texts(row.getString(2)), Optional.empty()),
                run,
                after,
                most);
    }

    /** The first row of the file for each of these keys. @param column mdm_key, serial_key or tag_key */
    public Map<String, Integer> firsts(Connection connection, long run, Key column, Collection<String> keys)
            throws SQLException {
        var firsts = new HashMap<String, Integer>();
        if (keys.isEmpty()) return firsts;
        var name = Words.of(column);
        var sql = "select " + name + ", min(number) from mdm_row where run_id = ? and " + name + " in ("
                + Sql.marks(keys.size()) + ") group by " + name;
        var parameters = new ArrayList<Object>(List.of(run));
        parameters.addAll(keys);
        Sql.list(connection, sql, row -> firsts.put(row.getString(1), row.getInt(2)), parameters.toArray());
        return firsts;
    }

    /** By what rows of a file are compared with each other. */
    public enum Key {
        MDM_KEY,
        SERIAL_KEY,
        TAG_KEY
    }

    /** What becomes of a row. */
    public record Planned(int number, MdmPlanned plan) {}

    public void planned(Connection connection, long run, List<Planned> rows) throws SQLException {
        var sql = "update mdm_row set outcome = ?, label = ?, device_id = ?, changes = ?, remarks = ?, suspicions = ? "
                + "where run_id = ? and number = ?";
        Sql.batch(connection, sql, rows, (update, row) -> {
            update.setString(1, Words.of(row.plan().outcome()));
            update.setString(2, Words.cut(row.plan().label(), LONGEST_LABEL));
            update.setObject(3, row.plan().device().orElse(null));
            update.setString(4, MdmJson.changes(row.plan().changes()));
            update.setString(5, MdmJson.remarks(row.plan().remarks()));
            update.setString(6, MdmJson.suspicions(row.plan().suspicions()));
            update.setLong(7, run);
            update.setInt(8, row.number());
        });
    }

    /** Lines for devices that this management had before and does not have any more. How many. */
    public int missing(Connection connection, long run, MdmSource source) throws SQLException {
        Sql.update(connection, "delete from mdm_row where run_id = ? and outcome = 'missing'", run);
        var sql = """
                insert into mdm_row (run_id, number, outcome, label, device_id)
                select ?, ? + row_number() over (order by d.id), 'missing',
                       coalesce(d.asset_tag, nullif(d.serial, ''), left(x.mdm_id, 100)), d.id
                from device_mdm x join device_record d on d.id = x.device_id
                where x.source = ? and d.device_condition <> 'retired'
                    and not exists (select 1 from mdm_row r where r.run_id = ? and r.device_id = d.id)
                    and not exists (select 1 from mdm_row r where r.run_id = ? and r.mdm_key = x.mdm_id)
                """;
        return Sql.update(connection, sql, run, MdmLine.FIRST_MISSING, Words.of(source), run, run);
    }

    /** Lines after this number; without an outcome those where something is to be seen. */
    public List<MdmLine> lines(Connection connection, long run, Optional<MdmOutcome> outcome, int after, int most)
            throws SQLException {
        var word = outcome.map(Words::of).orElse("");
        var sql = """
                select number, label, outcome, device_id, changes, remarks, suspicions, kept from mdm_row
                where run_id = ? and number > ? and outcome is not null
                    and (? = '' and (outcome <> 'same' or suspicions <> '[]') or outcome = ?)
                order by number limit ?
                """;
        return Sql.list(connection, sql, MdmRowStore::line, run, after, word, word, most);
    }

    private static MdmLine line(ResultSet row) throws SQLException {
        var number = row.getInt(1);
        var device = row.getLong(4);
        return new MdmLine(
                number,
                number > MdmLine.FIRST_MISSING ? 0 : number,
                row.getString(2),
                Words.constant(MdmOutcome.class, row.getString(3)),
                row.wasNull() ? Optional.empty() : Optional.of(device),
                MdmJson.changes(row.getString(5)),
                MdmJson.remarks(row.getString(6)),
                MdmJson.suspicions(row.getString(7)).stream()
                        .map(Suspicion::kind)
                        .toList(),
                row.getBoolean(8));
    }

    /** The cells are not needed any more, and rows of which nothing came neither. */
    public void close(Connection connection, long run) throws SQLException {
        Sql.update(connection, "delete from mdm_row where run_id = ? and outcome = 'same'", run);
        Sql.update(connection, "update mdm_row set cells = null where run_id = ?", run);
    }

    public void remove(Connection connection, long run) throws SQLException {
        Sql.update(connection, "delete from mdm_row where run_id = ?", run);
    }
}
