package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.Borrower;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronChange;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.rules.NameFolding;
import org.carrel.patrons.rules.PersonName;
import org.carrel.platform.Sql;

/** The table of patrons with the words by which they are found. */
public final class PatronStore {
    private static final String BORROWER = Sql.KEPT_READY
            + PatronRows.SELECT_ALONE.replace(
                    "from patron p",
                    ", exists (select 1 from patron_block where patron_id = p.id and lifted_at is null) from patron p")
            + "where p.id = ? for update";

    public Optional<Patron> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, PatronRows.SELECT + "where p.id = ?", PatronRows::patron, id);
    }

    /** The same, and nobody else changes the person until the transaction ends. */
    public Optional<Patron> lock(Connection connection, long id) throws SQLException {
        return Sql.first(connection, PatronRows.SELECT_ALONE + "where p.id = ? for update", PatronRows::patron, id);
    }

    /** The same for who lends to the person. */
    public Optional<Borrower> lockBorrower(Connection connection, long id) throws SQLException {
        return Sql.first(connection, BORROWER, PatronRows::borrower, id);
    }

    public List<Patron> find(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var sql = PatronRows.SELECT + "where p.id in (" + Sql.marks(ids.size()) + ") "
                + "order by p.family_name, p.given_name, p.id";
        return Sql.list(connection, sql, PatronRows::patron, ids.toArray());
    }

    /** Those whose number this is, left or not, but not who was merged. */
    public List<Long> findByIdentifier(Connection connection, String identifier) throws SQLException {
        var sql = "select id from patron where identifier = ? and status <> 'merged'";
        return Sql.list(connection, sql, row -> row.getLong(1), identifier);
    }

    /** Sites by code. */
    public Map<String, Integer> sites(Connection connection) throws SQLException {
        var sites = new HashMap<String, Integer>();
        Sql.list(connection, "select code, id from site", row -> sites.put(row.getString(1), row.getInt(2)));
        return sites;
    }

    /** Names of sites by code, in their order. */
    public Map<String, String> siteNames(Connection connection) throws SQLException {
        var names = new LinkedHashMap<String, String>();
        Sql.list(
                connection,
                "select code, name from site order by name, id",
                row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    /** A person without roster. */
    public long add(Connection connection, PatronFacts facts, String note, Optional<LocalDate> expires, Instant now)
            throws SQLException {
        var sql = "insert into patron (" + PatronRows.COLUMNS + ", note, expires_on, created_at, changed_at) values ("
                + Sql.marks(PatronField.values().length + 4) + ") returning id";
        long id;
        try (var statement = Sql.statement(connection, sql)) {
            var at = PatronRows.bind(statement, 1, facts, sites(connection));
            statement.setString(at, note);
            statement.setObject(at + 1, expires.orElse(null), Types.DATE);
            statement.setObject(at + 2, Times.utc(now));
            statement.setObject(at + 3, Times.utc(now));
            try (var row = statement.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        words(connection, Map.of(id, facts));
        return id;
    }

    /** False when somebody else was quicker: the version is another. */
    public boolean change(Connection connection, PatronChange change, Set<PatronField> local, Instant now)
            throws SQLException {
        var sql = "update patron set " + PatronRows.SET_COLUMNS
                + ", note = ?, expires_on = ?, local_fields = ?, changed_at = ?, version = version + 1 "
                + "where id = ? and version = ? and status <> 'merged'";
        try (var statement = Sql.statement(connection, sql)) {
            var at = PatronRows.bind(statement, 1, change.facts(), sites(connection));
            statement.setString(at, change.note());
            statement.setObject(at + 1, change.expires().orElse(null), Types.DATE);
            statement.setString(at + 2, PatronField.list(local));
            statement.setObject(at + 3, Times.utc(now));
            statement.setLong(at + 4, change.id());
            statement.setInt(at + 5, change.version());
            if (statement.executeUpdate() == 0) return false;
        }
        words(connection, Map.of(change.id(), change.facts()));
        return true;
    }

    /** Writes a new status and the day from which it holds; the version rises. */
    public void status(Connection connection, long id, PatronStatus status, LocalDate from, Instant now)
            throws SQLException {
        var sql = "update patron set status = ?, left_on = ?, missing_since = null, changed_at = ?, "
                + "version = version + 1 where id = ?";
        Sql.update(
                connection, sql, Times.word(status), status == PatronStatus.ACTIVE ? null : from, Times.utc(now), id);
    }

    /** Fields that rosters may fill again. */
    public void giveBack(Connection connection, long id, Set<PatronField> stillLocal, Instant now) throws SQLException {
        var sql = "update patron set local_fields = ?, changed_at = ?, version = version + 1 where id = ?";
        Sql.update(connection, sql, PatronField.list(stillLocal), Times.utc(now), id);
    }

    /** The day from which the status holds, where it has none yet; gone where the person is active again. */
    public void leftOn(Connection connection, long id, LocalDate today) throws SQLException {
        var sql = "update patron set left_on = if(status = 'active', null, coalesce(left_on, ?)) where id = ?";
        Sql.update(connection, sql, today, id);
    }

    /** Writes anew by which words these people are found. */
    public void words(Connection connection, Map<Long, PatronFacts> people) throws SQLException {
        record Word(String word, long patronId) {}
        var words = new ArrayList<Word>();
        people.forEach((id, facts) -> {
            var names = new ArrayList<>(PersonName.all(facts));
            names.add(facts.get(PatronField.IDENTIFIER));
            names.add(facts.get(PatronField.USERNAME));
            for (var word : NameFolding.words(names)) words.add(new Word(word, id));
        });
        Sql.batch(
                connection,
                "delete from patron_word where patron_id = ?",
                people.keySet(),
                (delete, id) -> delete.setLong(1, id));
        Sql.batch(connection, "insert into patron_word (word, patron_id) values (?, ?)", words, (insert, word) -> {
            insert.setString(1, word.word());
            insert.setLong(2, word.patronId());
        });
    }
}
