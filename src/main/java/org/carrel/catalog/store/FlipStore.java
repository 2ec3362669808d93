package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.catalog.HeadingChange;
import org.carrel.catalog.HeadingChange.State;
import org.carrel.catalog.UsedHeading;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Headings that are changed everywhere, and in which titles. */
public final class FlipStore {
    private static final String COLUMNS = """
            select f.id, f.state, f.at, a.display_name, f.kind, f.thesaurus, f.was, f.key_hash, f.authority_id, f.becomes,
                (select count(*) from heading_flip_record r where r.flip_id = f.id and r.outcome = 'changed'),
                (select count(*) from heading_flip_record r where r.flip_id = f.id and r.outcome = 'undone'),
                (select count(*) from heading_flip_record r where r.flip_id = f.id and r.outcome = 'left')
            from heading_flip f left join account a on a.id = f.account_id
            """;

    /** A change as the next chunk of it needs it. @param account of who asked for it, or takes it back; 0 when that is no more */
    public record Task(
            long id, State state, String thesaurus, String was, long key, long authority, long reached, long account) {}

    /** A title that was changed. @param version that the change wrote */
    public record Changed(long bib, int version) {}

    public long add(Connection connection, UsedHeading from, long authority, String becomes, long account, Instant at)
            throws SQLException {
        Sql.update(
                connection,
                "insert into heading_flip (account_id, at, state, kind, thesaurus, was, key_hash, authority_id, becomes)"
                        + " values (?, ?, 'running', ?, ?, ?, ?, ?, ?)",
                account,
                Utc.of(at),
                AuthorityStore.word(from.kind()),
                from.thesaurus(),
                from.text(),
                from.key(),
                authority,
                becomes);
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    public List<Long> findUnderWay(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select id from heading_flip where state in ('running', 'undoing') order by id",
                row -> row.getLong(1));
    }

    /** Whether titles are being changed from this heading. */
    public boolean isUnderWay(Connection connection, long key, String thesaurus) throws SQLException {
        return Sql.first(
                        connection,
                        "select 1 from heading_flip where state in ('running', 'undoing') and key_hash = ? and thesaurus = ?",
                        row -> true,
                        key,
                        thesaurus)
                .isPresent();
    }

    public Optional<Task> lock(Connection connection, long id) throws SQLException {
        return Sql.first(
                connection,
                "select id, state, thesaurus, was, key_hash, authority_id, reached, account_id, undone_by"
                        + " from heading_flip where id = ? for update",
                FlipStore::task,
                id);
    }

    private static Task task(ResultSet row) throws SQLException {
        var state = state(row.getString(2));
        return new Task(
                row.getLong(1),
                state,
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(state == State.UNDOING ? 9 : 8));
    }

    public void reached(Connection connection, long id, long bib) throws SQLException {
        Sql.update(connection, "update heading_flip set reached = ? where id = ?", bib, id);
    }

    public void putState(Connection connection, long id, State state) throws SQLException {
        Sql.update(
                connection,
                "update heading_flip set state = ?, reached = 0 where id = ?",
                state.name().toLowerCase(Locale.ROOT),
                id);
    }

    public void undoing(Connection connection, long id, long account) throws SQLException {
        Sql.update(
                connection,
                "update heading_flip set state = 'undoing', reached = 0, undone_by = ? where id = ?",
                account,
                id);
    }

    public void addChanged(Connection connection, long id, Collection<Changed> titles) throws SQLException {
        Sql.batch(
                connection,
                "insert into heading_flip_record (flip_id, bib_id, version, outcome) values (?, ?, ?, 'changed')",
                List.copyOf(titles),
                (statement, title) -> {
                    statement.setLong(1, id);
                    statement.setLong(2, title.bib());
                    statement.setInt(3, title.version());
                });
    }

    public List<Changed> findChanged(Connection connection, long id, long after, int limit) throws SQLException {
        return Sql.list(
                connection,
                "select bib_id, version from heading_flip_record where flip_id = ? and bib_id > ? and outcome = 'changed'"
                        + " order by bib_id limit ?",
                row -> new Changed(row.getLong(1), row.getInt(2)),
                id,
                after,
                limit);
    }

    public void putOutcome(Connection connection, long id, Collection<Long> bibs, String outcome) throws SQLException {
        if (bibs.isEmpty()) return;
        Sql.update(
                connection,
                "update heading_flip_record set outcome = '" + outcome + "' where flip_id = " + id + " and bib_id in ("
                        + Sql.marks(bibs.size()) + ")",
                bibs.toArray());
    }

    public Optional<HeadingChange> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, COLUMNS + " where f.id = ?", FlipStore::change, id);
    }

    /** The latest first. */
    public List<HeadingChange> findLatest(Connection connection, int most) throws SQLException {
        return Sql.list(connection, COLUMNS + " order by f.id desc limit ?", FlipStore::change, most);
    }

    /** Titles in which it could not be taken back. */
    public List<Left> findLeft(Connection connection, long id, int most) throws SQLException {
        return Sql.list(
                connection,
                "select r.bib_id, coalesce(b.title, '') from heading_flip_record r left join bib_record b on b.id = r.bib_id"
                        + " where r.flip_id = ? and r.outcome = 'left' order by r.bib_id limit ?",
                row -> new Left(row.getLong(1), row.getString(2)),
                id,
                most);
    }

    /** @param title empty when it is gone */
    public record Left(long id, String title) {}

    private static HeadingChange change(ResultSet row) throws SQLException {
        return new HeadingChange(
                row.getLong(1),
                state(row.getString(2)),
                Utc.instant(row, 3),
                Optional.ofNullable(row.getString(4)),
                AuthorityStore.kind(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getString(10),
                row.getInt(11),
                row.getInt(12),
                row.getInt(13));
    }

    private static State state(String word) {
        return State.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
