package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
        return planned(connection, run, after, most).stream().map(Before::row).toList();
    }

    /** A row, and what is written down about what becomes of it. */
    public record Before(Staged row, Written written) {}

    /** Rows of the file after this one with what was decided about them the last time. */
    public List<Before> planned(Connection connection, long run, int after, int most) throws SQLException {
        var sql = "select number, cells, outcome, label, device_id, changes, remarks, suspicions from mdm_row "
                + "where run_id = ? and number > ? and cells is not null order by number limit ?";
        return Sql.list(
                connection,
                sql,
                row -> new Before(
                        new Staged(row.getInt(1), MdmJson.texts(row.getString(2)), Optional.empty()), Written.of(row)),
                run,
                after,
                most);
    }

    /** What becomes of a row, as the table has it. @param outcome empty: nothing is decided yet */
    public record Written(
            String outcome, String label, Optional<Long> device, String changes, String remarks, String suspicions) {
        private static Written of(MdmPlanned plan) {
            return new Written(
                    Words.of(plan.outcome()),
                    Words.cut(plan.label(), LONGEST_LABEL),
                    plan.device(),
                    MdmJson.changes(plan.changes()),
                    MdmJson.remarks(plan.remarks()),
                    MdmJson.suspicions(plan.suspicions()));
        }

        private static Written of(ResultSet row) throws SQLException {
            var device = row.getLong(5);
            return new Written(
                    Words.orEmpty(row.getString(3)),
                    row.getString(4),
                    row.wasNull() ? Optional.empty() : Optional.of(device),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8));
        }
    }

    /** The first row of the file for each key that it has more than once: of most files there is none. */
    public Map<String, Integer> repeated(Connection connection, long run, Key column) throws SQLException {
        var firsts = new HashMap<String, Integer>();
        var name = Words.of(column);
        var sql = "select " + name + ", min(number) from mdm_row where run_id = ? and " + name
                + " is not null group by " + name + " having count(*) > 1";
        Sql.list(connection, sql, row -> firsts.put(row.getString(1), row.getInt(2)), run);
        return firsts;
    }

    /** By what rows of a file are compared with each other. */
    public enum Key {
        MDM_KEY,
        SERIAL_KEY,
        TAG_KEY
    }

    /** What becomes of a row. @param before as it is written down already */
    public record Planned(int number, MdmPlanned plan, Written before) {}

    /** Writes nothing of rows of which that is written down already. */
    public void planned(Connection connection, long run, List<Planned> rows) throws SQLException {
        record Changed(int number, Written written) {}
        var changed = rows.stream()
                .map(row -> new Changed(row.number(), Written.of(row.plan())))
                .toList();
        var fresh = new ArrayList<Changed>();
        for (var at = 0; at < rows.size(); at++)
            if (!changed.get(at).written().equals(rows.get(at).before())) fresh.add(changed.get(at));
        var sql = "update mdm_row set outcome = ?, label = ?, device_id = ?, changes = ?, remarks = ?, suspicions = ? "
                + "where run_id = ? and number = ?";
        Sql.batch(connection, sql, fresh, (update, row) -> {
            update.setString(1, row.written().outcome());
            update.setString(2, row.written().label());
            update.setObject(3, row.written().device().orElse(null));
            update.setString(4, row.written().changes());
            update.setString(5, row.written().remarks());
            update.setString(6, row.written().suspicions());
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
