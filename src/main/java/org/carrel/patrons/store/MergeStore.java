package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronMerge;
import org.carrel.patrons.PatronMerge.Moved;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.rules.MergeMemory;
import org.carrel.patrons.rules.MergeMemory.Key;
import org.carrel.patrons.rules.MergeRules;
import org.carrel.platform.Sql;

/** Moves what one person has to another, and keeps what moved. */
public final class MergeStore {
    private static final String SELECT = "select m.merged_id, p.given_name, p.family_name, m.merged_at, m.by_whom, "
            + "m.moved, m.id, m.kept_id, m.was_status, m.was_left_on, m.was_missing_since, m.was_note "
            + "from patron_merge m join patron p on p.id = m.merged_id ";

    /** What a person has that can be moved. */
    public Moved of(Connection connection, long patronId) throws SQLException {
        return new Moved(
                ids(connection, "select id from patron_card where patron_id = ? order by id", patronId),
                ids(connection, "select id from patron_block where patron_id = ? order by id", patronId),
                ids(connection, "select id from enrolment where patron_id = ? order by id", patronId),
                Sql.list(
                        connection,
                        "select sourced_id from patron_source_key where patron_id = ? order by sourced_id",
                        row -> row.getString(1),
                        patronId),
                Map.of());
    }

    private static List<Long> ids(Connection connection, String sql, long patronId) throws SQLException {
        return Sql.list(connection, sql, row -> row.getLong(1), patronId);
    }

    /** Cards, blocks, places in classes and ids of rosters; where a roster knows both, it goes by the id of the kept one. */
    public void move(Connection connection, long from, long to) throws SQLException {
        var older = "update patron_source_key m join patron_source_key k on k.source_id = m.source_id "
                + "and k.patron_id = ? and k.latest set m.latest = false where m.patron_id = ?";
        Sql.update(connection, older, to, from);
        for (var table : List.of("patron_card", "patron_block", "enrolment", "patron_source_key")) {
            Sql.update(connection, "update " + table + " set patron_id = ? where patron_id = ?", to, from);
        }
        var source = "update patron k join patron m on m.id = ? set k.source_id = m.source_id "
                + "where k.id = ? and k.source_id is null";
        Sql.update(connection, source, from, to);
    }

    /** What the kept one is like now. */
    public void kept(Connection connection, Patron patron, PatronFacts facts, String note, Instant now)
            throws SQLException {
        var sites = new PatronStore().sites(connection);
        var sql = "update patron set " + PatronRows.SET_COLUMNS
                + ", note = ?, changed_at = ?, version = version + 1 where id = ?";
        try (var update = Sql.statement(connection, sql)) {
            var at = PatronRows.bind(update, 1, facts, sites);
            update.setString(at, note);
            update.setObject(at + 1, Times.utc(now));
            update.setLong(at + 2, patron.id());
            update.executeUpdate();
        }
        new PatronStore().words(connection, Map.of(patron.id(), facts));
    }

    /** Nobody finds the merged one any more; whoever has its address is led to the kept one. */
    public void merged(Connection connection, long id, long into, Instant now) throws SQLException {
        Sql.update(connection, "delete from patron_word where patron_id = ?", id);
        var sql =
                "update patron set status = 'merged', merged_into = ?, missing_since = null, note = '', changed_at = ?, "
                        + "left_on = coalesce(left_on, date(?)), version = version + 1 where id = ?";
        Sql.update(connection, sql, into, Times.utc(now), Times.utc(now), id);
        Sql.update(connection, "update patron set merged_into = ? where merged_into = ?", into, id);
    }

    /** What is needed to take it back, as far as nothing of it was written yet. */
    public MergeMemory memory(Connection connection, Patron kept, Patron merged, boolean pinMoved) throws SQLException {
        return new MergeMemory(
                merged.facts().status(),
                merged.leftOn(),
                merged.missingSince(),
                merged.note(),
                !MergeRules.note(kept.note(), merged.note()).equals(kept.note()),
                kept.source().isEmpty() && merged.source().isPresent(),
                pinMoved,
                keys(connection, merged.id()),
                keys(connection, kept.id()),
                ids(connection, "select id from patron where merged_into = ? order by id", merged.id()));
    }

    private static List<Key> keys(Connection connection, long patronId) throws SQLException {
        var sql = "select source_id, sourced_id, latest from patron_source_key where patron_id = ? "
                + "order by source_id, sourced_id";
        return Sql.list(connection, sql, row -> new Key(row.getInt(1), row.getString(2), row.getBoolean(3)), patronId);
    }

    public void add(Connection connection, long kept, PatronMerge merge, MergeMemory memory, Set<PatronField> fields)
            throws SQLException {
        var sql = "insert into patron_merge (kept_id, merged_id, merged_at, by_whom, moved, was_status, was_left_on, "
                + "was_missing_since, was_note) values (" + Sql.marks(9) + ")";
        Sql.update(
                connection,
                sql,
                kept,
                merge.merged(),
                Times.utc(merge.at()),
                merge.by(),
                MergeJson.write(merge.moved(), fields, memory),
                Times.word(memory.status()),
                memory.leftOn().orElse(null),
                memory.missingSince().orElse(null),
                memory.note());
    }

    /** Those that were not taken back, the newest first. */
    public List<PatronMerge> into(Connection connection, long kept) throws SQLException {
        return Sql.list(
                connection,
                SELECT + "where m.kept_id = ? and m.undone_at is null order by m.id desc",
                row -> merge(row, 1),
                kept);
    }

    /** A merge that was not taken back. @param memory empty: it cannot be */
    public record Open(long number, long kept, PatronMerge merge, Optional<MergeMemory> memory) {}

    /** The one by which this person went away. */
    public Optional<Open> of(Connection connection, long merged, boolean lock) throws SQLException {
        if (lock) {
            var sql = "select id from patron_merge where merged_id = ? and undone_at is null for update";
            Sql.first(connection, sql, row -> row.getLong(1), merged);
        }
        return Sql.first(
                connection,
                SELECT + "where m.merged_id = ? and m.undone_at is null",
                row -> new Open(row.getLong(7), row.getLong(8), merge(row, 1), memory(row)),
                merged);
    }

    private static Optional<MergeMemory> memory(ResultSet row) throws SQLException {
        var status = row.getString(9);
        if (status == null) return Optional.empty();
        return Optional.of(MergeJson.memory(
                Objects.requireNonNull(row.getString(6)),
                Times.constant(PatronStatus.class, status),
                Times.day(row, 10),
                Times.day(row, 11),
                Objects.requireNonNull(row.getString(12))));
    }

    private static PatronMerge merge(ResultSet row, int at) throws SQLException {
        var moved = Objects.requireNonNull(row.getString(at + 5));
        return new PatronMerge(
                row.getLong(at),
                (row.getString(at + 1) + " " + row.getString(at + 2)).strip(),
                Times.instant(row, at + 3),
                row.getString(at + 4),
                MergeJson.moved(moved),
                MergeJson.fields(moved));
    }
}
