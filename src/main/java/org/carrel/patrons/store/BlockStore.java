package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.PatronBlock;
import org.carrel.platform.Sql;

/** The table of blocks. */
public final class BlockStore {
    public List<PatronBlock> of(Connection connection, long patronId) throws SQLException {
        var sql = "select id, reason, until_on, set_by, set_at, lifted_at from patron_block where patron_id = ? "
                + "order by lifted_at is not null, id desc";
        return Sql.list(
                connection,
                sql,
                row -> new PatronBlock(
                        row.getLong(1),
                        row.getString(2),
                        Times.day(row, 3),
                        row.getString(4),
                        Times.instant(row, 5),
                        Times.someInstant(row, 6)),
                patronId);
    }

    public void add(
            Connection connection, long patronId, String reason, Optional<LocalDate> until, String by, Instant now)
            throws SQLException {
        var sql = "insert into patron_block (patron_id, reason, until_on, set_by, set_at) values (?, ?, ?, ?, ?)";
        Sql.update(connection, sql, patronId, reason, until.orElse(null), by, Times.utc(now));
    }

    /** False when this person has no such block, or it was lifted already. */
    public boolean lift(Connection connection, long patronId, long id, String by, Instant now) throws SQLException {
        var sql = "update patron_block set lifted_by = ?, lifted_at = ? "
                + "where id = ? and patron_id = ? and lifted_at is null";
        return Sql.update(connection, sql, by, Times.utc(now), id, patronId) == 1;
    }
}
