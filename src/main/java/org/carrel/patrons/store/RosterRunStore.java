package org.carrel.patrons.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.RosterRun;
import org.carrel.patrons.RosterRun.Done;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.RosterSummary;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Runs of rosters with their lines, and the wanted columns of those that wait. */
public final class RosterRunStore {
    private static final int PIECE = 1 << 20;
    private static final String SELECT = "select r.id, s.name, r.file_name, r.origin, r.state, r.complete, "
            + "r.staged_at, r.staged_by, r.committed_at, r.committed_by, r.undone_at, r.undone_by, r.confirmed_by, "
            + "o.code, r.summary from roster_run r join roster_source s on s.id = r.source_id "
            + "left join site o on o.id = r.only_site_id ";

    /** A file that was looked through. */
    public record NewRun(
            int source,
            String file,
            long bytes,
            byte[] hash,
            Origin origin,
            State state,
            boolean complete,
            String who,
            Optional<RosterMapping> mapping,
            Optional<String> onlySite) {
        public NewRun as(State other) {
            return new NewRun(source, file, bytes, hash, origin, other, complete, who, mapping, onlySite);
        }

        public NewRun with(boolean isComplete, Optional<RosterMapping> told) {
            return new NewRun(source, file, bytes, hash, origin, state, isComplete, who, told, onlySite);
        }
    }

    public long add(Connection connection, NewRun run, RosterSummary summary, Instant now) throws SQLException {
        var sql = "insert into roster_run (source_id, file_name, file_bytes, file_hash, origin, state, complete, "
                + "staged_at, staged_by, summary, mapping, only_site_id) values (" + Sql.marks(11)
                + ", (select id from site where code = ?)) returning id";
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        run.source(),
                        run.file(),
                        run.bytes(),
                        run.hash(),
                        Times.word(run.origin()),
                        Times.word(run.state()),
                        run.complete(),
                        Times.utc(now),
                        run.who(),
                        RosterJson.write(summary),
                        RosterJson.write(run.mapping()),
                        run.onlySite().orElse(null))
                .orElseThrow();
    }

    public Optional<RosterRun> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where r.id = ?", row -> run(row), id);
    }

    /** The source of a run that waits; nobody else touches it until the transaction ends. */
    public Optional<Integer> lockPlanned(Connection connection, long id) throws SQLException {
        var sql = "select source_id from roster_run where id = ? and state = 'planned' for update";
        return Sql.first(connection, sql, row -> row.getInt(1), id);
    }

    /** As {@link #lockPlanned}, for a list whose columns are asked for. */
    public Optional<Integer> lockAsking(Connection connection, long id) throws SQLException {
        var sql = "select source_id from roster_run where id = ? and state = 'mapping' for update";
        return Sql.first(connection, sql, row -> row.getInt(1), id);
    }

    /** Which column of the run's list is which; empty for OneRoster. */
    public Optional<RosterMapping> mapping(Connection connection, long id) throws SQLException {
        var sql = "select mapping from roster_run where id = ?";
        return Sql.first(connection, sql, row -> RosterJson.mapping(row.getString(1)), id)
                .flatMap(mapping -> mapping);
    }

    /** A list whose columns are told now. */
    public void mapped(Connection connection, long id, RosterMapping mapping, State state) throws SQLException {
        var sql = "update roster_run set mapping = ?, state = ? where id = ?";
        Sql.update(connection, sql, RosterJson.write(Optional.of(mapping)), Times.word(state), id);
    }

    /** Those that wait since before this moment. */
    public List<Long> waiting(Connection connection, State state, Instant before) throws SQLException {
        var sql = "select id from roster_run where state = ? and staged_at < ?";
        return Sql.list(connection, sql, row -> row.getLong(1), Times.word(state), Times.utc(before));
    }

    /** Whether the last file of the watched folder for this source had these bytes. */
    public boolean hasDropped(Connection connection, String source, byte[] hash) throws SQLException {
        var sql = "select r.file_hash = ? from roster_run r join roster_source s on s.id = r.source_id "
                + "where s.name = ? and r.origin = 'drop' order by r.id desc limit 1";
        return Sql.first(connection, sql, row -> row.getBoolean(1), hash, source)
                .orElse(false);
    }

    /** The newest first. @param site code: only those of this site; empty: all */
    public List<RosterRun> list(Connection connection, Optional<String> site, int most) throws SQLException {
        var sql = SELECT + "where ? is null or o.code = ? order by r.id desc limit ?";
        return Sql.list(connection, sql, row -> run(row), site.orElse(null), site.orElse(null), most);
    }

    public void summary(Connection connection, long id, RosterSummary summary) throws SQLException {
        Sql.update(connection, "update roster_run set summary = ? where id = ?", RosterJson.write(summary), id);
    }

    public void committed(Connection connection, long id, String who, boolean confirmed, Instant now)
            throws SQLException {
        var sql = "update roster_run set state = 'committed', committed_at = ?, committed_by = ?, confirmed_by = ? "
                + "where id = ?";
        Sql.update(connection, sql, Times.utc(now), who, confirmed ? who : null, id);
    }

    /** False when the run does not wait. */
    public boolean discard(Connection connection, long id) throws SQLException {
        return Sql.update(
                        connection,
                        "update roster_run set state = 'discarded' where id = ? and state in ('planned', 'mapping')",
                        id)
                == 1;
    }

    /** Keeps what waits, piece by piece. */
    public void addPieces(Connection connection, long id, InputStream copy) throws SQLException {
        try {
            var number = 0;
            for (var piece = copy.readNBytes(PIECE); piece.length > 0; piece = copy.readNBytes(PIECE))
                Sql.update(connection, "insert into roster_piece values (?, ?, ?)", id, number++, piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What waits, from its beginning; one piece at a time is in memory. */
    public InputStream pieces(Connection connection, long id) {
        return new SequenceInputStream(new Enumeration<>() {
            private int number;
            private @Nullable InputStream next;

            @Override
            public boolean hasMoreElements() {
                if (next == null) next = piece(connection, id, number++);
                return next != null;
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) throw new NoSuchElementException("Piece " + number + " of run " + id);
                var piece = Objects.requireNonNull(next);
                next = null;
                return piece;
            }
        });
    }

    /** Null behind the last. */
    private static @Nullable InputStream piece(Connection connection, long id, int number) {
        var sql = "select bytes from roster_piece where run_id = ? and number = ?";
        try {
            return Sql.first(connection, sql, row -> Objects.requireNonNull(row.getBytes(1)), id, number)
                    .map(ByteArrayInputStream::new)
                    .orElse(null);
        } catch (SQLException e) {
            throw new DatabaseProblem(e);
        }
    }

    public void removePieces(Connection connection, long id) throws SQLException {
        Sql.update(connection, "delete from roster_piece where run_id = ?", id);
    }

    private static RosterRun run(ResultSet row) throws SQLException {
        return new RosterRun(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Times.constant(Origin.class, row.getString(4)),
                Times.constant(State.class, row.getString(5)),
                row.getBoolean(6),
                Times.instant(row, 7),
                row.getString(8),
                done(row, 9),
                done(row, 11),
                Optional.ofNullable(row.getString(13)),
                Optional.ofNullable(row.getString(14)),
                RosterJson.summary(row.getString(15)));
    }

    private static Optional<Done> done(ResultSet row, int column) throws SQLException {
        var by = Objects.requireNonNullElse(row.getString(column + 1), "");
        return Times.someInstant(row, column).map(at -> new Done(at, by));
    }
}
