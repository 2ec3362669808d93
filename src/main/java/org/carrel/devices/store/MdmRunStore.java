package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmForm;
import org.carrel.devices.MdmRun;
import org.carrel.devices.MdmRun.Done;
import org.carrel.devices.MdmRun.Origin;
import org.carrel.devices.MdmRun.State;
import org.carrel.devices.MdmSummary;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Files of devices: what they are and how far. */
public final class MdmRunStore {
    private static final String SELECT =
            "select r.id, r.form, r.file_name, r.origin, r.state, s.code, r.header, r.mapping, "
                    + "r.staged_at, r.staged_by, r.committed_at, r.committed_by, r.undone_at, r.undone_by, r.summary "
                    + "from mdm_run r join site s on s.id = r.site_id ";

    /** A file that has come. @param site code */
    public record NewRun(
            MdmForm form,
            String file,
            long bytes,
            byte[] hash,
            Origin origin,
            State state,
            String site,
            List<String> header,
            Optional<Map<MdmField, Integer>> mapping,
            String who) {}

    /** Empty when there is no such site. */
    public Optional<Long> add(Connection connection, NewRun run, MdmSummary summary, Instant now) throws SQLException {
        var sql = """
                insert into mdm_run (form, source, file_name, file_bytes, file_hash, origin, state, site_id, header, mapping,
                    staged_at, staged_by, summary)
                select ?, ?, ?, ?, ?, ?, ?, id, ?, ?, ?, ?, ? from site where code = ? returning id
                """;
        return Sql.first(
                connection,
                sql,
                row -> row.getLong(1),
                Words.of(run.form()),
                run.form().source().map(Words::of).orElse(null),
                run.file(),
                run.bytes(),
                run.hash(),
                Words.of(run.origin()),
                Words.of(run.state()),
                MdmJson.texts(run.header()),
                MdmJson.mapping(run.mapping()),
                Utc.of(now),
                run.who(),
                MdmJson.summary(summary),
                run.site());
    }

    public Optional<MdmRun> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where r.id = ?", MdmRunStore::run, id);
    }

    /** The run in this state; nobody else touches it until the transaction ends. */
    public Optional<MdmRun> lock(Connection connection, long id, List<State> states) throws SQLException {
        var sql = "select state from mdm_run where id = ? for update";
        var state = Sql.first(connection, sql, row -> Words.constant(State.class, row.getString(1)), id);
        return state.filter(states::contains).isPresent() ? find(connection, id) : Optional.empty();
    }

    /** The newest first. @param site code: only those of this site; empty: all */
    public List<MdmRun> list(Connection connection, Optional<String> site, int most) throws SQLException {
        var sql = SELECT + "where ? is null or s.code = ? order by r.id desc limit ?";
        return Sql.list(connection, sql, MdmRunStore::run, site.orElse(null), site.orElse(null), most);
    }

    /** Which columns a person named last in a list with these columns. */
    public Optional<Map<MdmField, Integer>> remembered(Connection connection, List<String> header) throws SQLException {
        var sql = "select mapping from mdm_run where form = 'list' and mapping is not null and header = ? "
                + "order by id desc limit 1";
        return Sql.first(connection, sql, row -> MdmJson.mapping(row.getString(1)), MdmJson.texts(header))
                .flatMap(mapping -> mapping);
    }

    /** The last one of the same kind of file that was committed and not taken back. */
    public Optional<Long> lastCommitted(Connection connection, MdmRun run) throws SQLException {
        var sql = "select max(id) from mdm_run where state = 'committed' and source <=> ?";
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        run.form().source().map(Words::of).orElse(null))
                .filter(id -> id > 0);
    }

    public List<Long> waiting(Connection connection, Instant before) throws SQLException {
        var sql = "select id from mdm_run where state in ('planned', 'mapping') and staged_at < ?";
        return Sql.list(connection, sql, row -> row.getLong(1), Utc.of(before));
    }

    public void mapped(Connection connection, long id, Map<MdmField, Integer> mapping, State state)
            throws SQLException {
        var sql = "update mdm_run set mapping = ?, state = ? where id = ?";
        Sql.update(connection, sql, MdmJson.mapping(Optional.of(mapping)), Words.of(state), id);
    }

    public void summary(Connection connection, long id, MdmSummary summary) throws SQLException {
        Sql.update(connection, "update mdm_run set summary = ? where id = ?", MdmJson.summary(summary), id);
    }

    public void state(Connection connection, long id, State state) throws SQLException {
        Sql.update(connection, "update mdm_run set state = ? where id = ?", Words.of(state), id);
    }

    public void committed(Connection connection, long id, String who, Instant now) throws SQLException {
        var sql = "update mdm_run set state = 'committed', committed_at = ?, committed_by = ? where id = ?";
        Sql.update(connection, sql, Utc.of(now), who, id);
    }

    public void undone(Connection connection, long id, String who, Instant now) throws SQLException {
        var sql = "update mdm_run set state = 'undone', undone_at = ?, undone_by = ? where id = ?";
        Sql.update(connection, sql, Utc.of(now), who, id);
    }

    /** Lets go of rows of runs from before that time; those that wait are discarded. How many rows. */
    public int forget(Connection connection, Instant before) throws SQLException {
        var time = Utc.of(before);
        Sql.update(
                connection,
                "update mdm_run set state = 'discarded' where state in ('planned', 'mapping') and staged_at < ?",
                time);
        var old = "(select id from mdm_run where coalesce(committed_at, staged_at) < ?)";
        var closed = "delete from device_discrepancy where state <> 'open' and closed_at < ?";
        return Sql.update(connection, "delete from mdm_row where run_id in " + old, time)
                + Sql.update(connection, closed, time);
    }

    private static MdmRun run(ResultSet row) throws SQLException {
        return new MdmRun(
                row.getLong(1),
                Words.constant(MdmForm.class, row.getString(2)),
                row.getString(3),
                Words.constant(Origin.class, row.getString(4)),
                Words.constant(State.class, row.getString(5)),
                row.getString(6),
                MdmJson.texts(row.getString(7)),
                MdmJson.mapping(row.getString(8)),
                Utc.instant(row, 9),
                row.getString(10),
                done(row, 11),
                done(row, 13),
                MdmJson.summary(row.getString(15)));
    }

    static Optional<Done> done(ResultSet row, int column) throws SQLException {
        var by = Objects.requireNonNullElse(row.getString(column + 1), "");
        return Utc.someInstant(row, column).map(at -> new Done(at, by));
    }
}
