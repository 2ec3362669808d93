package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.RosterOutcome;
import org.carrel.platform.Sql;

/** What a roster did, so that it can be taken back, and the taking back. */
public final class RosterUndoStore {
    private static final int AT_ONCE = 500;
    private static final int REFERRED_TO = 1451;

    /**
     * What a run did to a person.
     *
     * @param before the version that the run found; 0 for who was new
     * @param after the version that the run left
     * @param source whose roster filled the fields before
     */
    public record Written(
            int number,
            RosterOutcome outcome,
            long patronId,
            int before,
            int after,
            Optional<LocalDate> leftOn,
            Optional<LocalDate> missingSince,
            Optional<Long> source) {}

    /** Keeps how the people of these lines are before the run is written. */
    public void before(Connection connection, long run) throws SQLException {
        var sql = "update roster_line l join patron p on p.id = l.patron_id set l.was_left_on = p.left_on, "
                + "l.was_missing_since = p.missing_since, l.was_source_id = p.source_id, l.was_version = p.version "
                + "where l.run_id = ?";
        Sql.update(connection, sql, run);
    }

    /** Names who is new in their lines. @param people ids by the numbers of lines */
    public void added(Connection connection, long run, Map<Integer, Long> people) throws SQLException {
        var sql = "update roster_line set patron_id = ? where run_id = ? and number = ?";
        Sql.batch(connection, sql, people.entrySet(), (update, line) -> {
            update.setLong(1, line.getValue());
            update.setLong(2, run);
            update.setInt(3, line.getKey());
        });
    }

    /** Keeps the versions that the run has left. */
    public void after(Connection connection, long run) throws SQLException {
        var versions = "update roster_line l join patron p on p.id = l.patron_id set l.version_after = p.version "
                + "where l.run_id = ? and l.outcome not in ('conflict', 'refused', 'same')";
        Sql.update(connection, versions, run);
    }

    /** The source of a run that is committed; nobody else touches it until the transaction ends. */
    public Optional<Integer> lockCommitted(Connection connection, long run) throws SQLException {
        var sql = "select source_id from roster_run where id = ? and state = 'committed' for update";
        return Sql.first(connection, sql, row -> row.getInt(1), run);
    }

    /** The source of a run, whatever its state. */
    public Optional<Integer> sourceOf(Connection connection, long run) throws SQLException {
        return Sql.first(connection, "select source_id from roster_run where id = ?", row -> row.getInt(1), run);
    }

    /** The run of this source that was committed last. */
    public Optional<Long> lastCommitted(Connection connection, int source) throws SQLException {
        var sql = "select id from roster_run where source_id = ? and state = 'committed' "
                + "order by committed_at desc, id desc limit 1";
        return Sql.first(connection, sql, row -> row.getLong(1), source);
    }

    /** Ids of those to whom the run did something, and who are still there; the lowest first. */
    public List<Long> writtenTo(Connection connection, long run) throws SQLException {
        var sql = "select l.patron_id from roster_line l join patron p on p.id = l.patron_id "
                + "where l.run_id = ? and l.version_after is not null order by l.patron_id";
        return Sql.list(connection, sql, row -> row.getLong(1), run);
    }

    /** To whom the run did something; those only who are still there. @param first number of a line; so is the last */
    public List<Written> written(Connection connection, long run, int first, int last) throws SQLException {
        var sql =
                "select l.number, l.outcome, l.patron_id, l.was_version, l.version_after, l.was_left_on, l.was_missing_since, "
                        + "l.was_source_id from roster_line l join patron p on p.id = l.patron_id "
                        + "where l.run_id = ? and l.number between ? and ? and l.version_after is not null "
                        + "order by l.number";
        return Sql.list(
                connection,
                sql,
                row -> new Written(
                        row.getInt(1),
                        Times.constant(RosterOutcome.class, row.getString(2)),
                        row.getLong(3),
                        row.getInt(4),
                        row.getInt(5),
                        Times.day(row, 6),
                        Times.day(row, 7),
                        Times.number(row, 8)),
                run,
                first,
                last);
    }

    /** People of this run who are new and with whom people here have had to do. */
    public Set<Long> touched(Connection connection, long run) throws SQLException {
        var sql = """
                select l.patron_id from roster_line l where l.run_id = ? and l.outcome = 'new' and (
                    exists (select 1 from patron_event e where e.patron_id = l.patron_id)
                    or exists (select 1 from patron_block b where b.patron_id = l.patron_id)
                    or exists (select 1 from patron_card c where c.patron_id = l.patron_id
                        and (not c.from_roster or c.status <> 'active')))
                """;
        return new HashSet<>(Sql.list(connection, sql, row -> row.getLong(1), run));
    }

    /** Takes people away whom nobody refers to; those who are referred to stay. Who was taken away. */
    public Set<Long> remove(Connection connection, List<Long> people) throws SQLException {
        var gone = new HashSet<Long>();
        for (var from = 0; from < people.size(); from += AT_ONCE) {
            var some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            if (removeAll(connection, some)) gone.addAll(some);
            else for (var one : some) if (removeAll(connection, List.of(one))) gone.add(one);
        }
        return gone;
    }

    private static boolean removeAll(Connection connection, List<Long> people) throws SQLException {
        var before = connection.setSavepoint();
        try {
            for (var table : List.of("patron_card", "patron_source_key", "patron_word")) {
                var sql = "delete from " + table + " where patron_id in (" + Sql.marks(people.size()) + ")";
                Sql.update(connection, sql, people.toArray());
            }
            Sql.update(
                    connection, "delete from patron where id in (" + Sql.marks(people.size()) + ")", people.toArray());
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() != REFERRED_TO) throw e;
            connection.rollback(before);
            return false;
        }
    }

    /** Somebody as before the run. */
    public record Restored(Written written, PatronFacts facts) {}

    public void restore(Connection connection, List<Restored> people, Instant now) throws SQLException {
        var sites = new PatronStore().sites(connection);
        var sql = "update patron set " + PatronRows.SET_COLUMNS + ", source_id = ?, left_on = ?, missing_since = ?, "
                + "changed_at = ?, version = version + 1 where id = ?";
        Sql.batch(connection, sql, people, (update, person) -> {
            var at = PatronRows.bind(update, 1, person.facts(), sites);
            update.setObject(at, person.written().source().orElse(null));
            update.setObject(at + 1, person.written().leftOn().orElse(null));
            update.setObject(at + 2, person.written().missingSince().orElse(null));
            update.setObject(at + 3, Times.utc(now));
            update.setLong(at + 4, person.written().patronId());
        });
        var facts = new HashMap<Long, PatronFacts>();
        people.forEach(person -> facts.put(person.written().patronId(), person.facts()));
        new PatronStore().words(connection, facts);
        olderRuns(connection, people);
    }

    /** What was as an earlier run had left it is so again: that run can be taken back, too. */
    private static void olderRuns(Connection connection, List<Restored> people) throws SQLException {
        var sql = "update roster_line l join roster_run r on r.id = l.run_id join patron p on p.id = l.patron_id "
                + "set l.version_after = p.version where l.patron_id = ? and l.version_after = ? "
                + "and r.state = 'committed'";
        Sql.batch(connection, sql, people, (update, person) -> {
            update.setLong(1, person.written().patronId());
            update.setInt(2, person.written().before());
        });
    }

    /** An id in the source that a person got with a run, and the one before it; empty for none. */
    public record Rekeyed(long patronId, String was, String becomes) {}

    /** The ids before are the ones that hold again. An id that an earlier run had brought still leads to the person. */
    public void rekey(Connection connection, long run, int source, List<Rekeyed> keys) throws SQLException {
        var drop = """
                delete from patron_source_key where source_id = ? and sourced_id = ? and patron_id = ?
                    and not exists (select 1 from roster_line l join roster_run r on r.id = l.run_id
                        where r.source_id = ? and r.state = 'committed' and r.id < ? and l.sourced_id = ? and l.patron_id = ?)
                """;
        Sql.batch(connection, drop, keys, (delete, key) -> {
            delete.setInt(1, source);
            delete.setString(2, key.becomes());
            delete.setLong(3, key.patronId());
            delete.setInt(4, source);
            delete.setLong(5, run);
            delete.setString(6, key.becomes());
            delete.setLong(7, key.patronId());
        });
        var latest = "update patron_source_key set latest = (sourced_id = ?) where source_id = ? and patron_id = ?";
        Sql.batch(connection, latest, keys, (update, key) -> {
            update.setString(1, key.was());
            update.setInt(2, source);
            update.setLong(3, key.patronId());
        });
    }

    /** @param cards numbers of cards by the people who got them with the run; one that was lost since stays lost */
    public void removeCards(Connection connection, Map<Long, String> cards) throws SQLException {
        var sql = "delete from patron_card where patron_id = ? and number = ? and from_roster and status = 'active'";
        Sql.batch(connection, sql, cards.entrySet(), (delete, card) -> {
            delete.setLong(1, card.getKey());
            delete.setString(2, card.getValue());
        });
    }

    /** @param kept numbers of lines whose people are left as they are */
    public void undone(
            Connection connection, long run, Collection<Integer> kept, Collection<Long> gone, String who, Instant now)
            throws SQLException {
        Sql.batch(
                connection,
                "update roster_line set kept = true where run_id = ? and number = ?",
                kept,
                (update, number) -> {
                    update.setLong(1, run);
                    update.setInt(2, number);
                });
        var nobody = "update roster_line set patron_id = null where patron_id = ?";
        Sql.batch(connection, nobody, gone, (update, id) -> update.setLong(1, id));
        var sql = "update roster_run set state = 'undone', undone_at = ?, undone_by = ? where id = ?";
        Sql.update(connection, sql, Times.utc(now), who, run);
    }
}
