package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.patrons.BlockedAct;
import org.carrel.patrons.PatronBlock;
import org.carrel.platform.Sql;

/** The table of blocks. */
public final class BlockStore {
    public List<PatronBlock> of(Connection connection, long patronId) throws SQLException {
        var sql = "select id, reason, stops, until_on, set_by, set_at, lifted_at from patron_block where patron_id = ? "
                + "order by lifted_at is not null, id desc";
        return Sql.list(
                connection,
                sql,
                row -> new PatronBlock(
                        row.getLong(1),
                        row.getString(2),
                        stops(row.getString(3)),
                        Times.day(row, 4),
                        row.getString(5),
                        Times.instant(row, 6),
                        Times.someInstant(row, 7)),
                patronId);
    }

    private static Set<BlockedAct> stops(String words) {
        return Arrays.stream(words.split(","))
                .map(word -> BlockedAct.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BlockedAct.class)));
    }

    public void add(
            Connection connection,
            long patronId,
            String reason,
            Set<BlockedAct> stops,
            Optional<LocalDate> until,
            String by,
            Instant now)
            throws SQLException {
        var words =
                stops.stream().map(act -> act.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
        var sql = "insert into patron_block (patron_id, reason, stops, until_on, set_by, set_at) "
                + "values (?, ?, ?, ?, ?, ?)";
        Sql.update(connection, sql, patronId, reason, words, until.orElse(null), by, Times.utc(now));
    }

    /** False when this person has no such block, or it was lifted already. */
    public boolean lift(Connection connection, long patronId, long id, String by, Instant now) throws SQLException {
        var sql = "update patron_block set lifted_by = ?, lifted_at = ? "
                + "where id = ? and patron_id = ? and lifted_at is null";
        return Sql.update(connection, sql, by, Times.utc(now), id, patronId) == 1;
    }
}
