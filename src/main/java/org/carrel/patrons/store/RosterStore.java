package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.RosterSchool;
import org.carrel.patrons.RosterSource;
import org.carrel.platform.Sql;

/** What rosters fill: people with their ids in a source, its schools, terms, classes and enrolments. */
public final class RosterStore {
    /** Somebody who is new: the id is taken already. */
    public record NewPatron(long id, String sourcedId, PatronFacts facts) {}

    /** The source of this name, made when there is none. */
    public int source(Connection connection, String name) throws SQLException {
        Sql.update(connection, "insert ignore into roster_source (name) values (?)", name);
        return Sql.first(connection, "select id from roster_source where name = ?", row -> row.getInt(1), name)
                .orElseThrow();
    }

    /** One roster of a source at a time: the next one is compared with what this one leaves. */
    public void lock(Connection connection, int source) throws SQLException {
        Sql.first(connection, "select id from roster_source where id = ? for update", row -> row.getInt(1), source);
    }

    /** Where rosters have come from, by name. */
    public List<RosterSource> sources(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select id, name, mapping from roster_source order by name",
                row -> new RosterSource(row.getInt(1), row.getString(2), RosterJson.mapping(row.getString(3))));
    }

    /** Which columns the plain lists of a source had last. */
    public Optional<RosterMapping> mapping(Connection connection, int source) throws SQLException {
        var sql = "select mapping from roster_source where id = ?";
        return Sql.first(connection, sql, row -> RosterJson.mapping(row.getString(1)), source)
                .flatMap(mapping -> mapping);
    }

    public void remember(Connection connection, int source, RosterMapping mapping) throws SQLException {
        var sql = "update roster_source set mapping = ? where id = ?";
        Sql.update(connection, sql, RosterJson.write(Optional.of(mapping)), source);
    }

    /** Sites by school; empty codes for schools that are none of ours. */
    public List<RosterSchool> schools(Connection connection, int source) throws SQLException {
        var sql = "select r.sourced_id, r.name, coalesce(s.code, '') from roster_school r "
                + "left join site s on s.id = r.site_id where r.source_id = ? and r.kind = 'school' order by r.name";
        return Sql.list(
                connection, sql, row -> new RosterSchool(row.getString(1), row.getString(2), row.getString(3)), source);
    }

    /** A school whose id, number or name is that of a site is that site; what people said of a school before stays. */
    public void addSchool(Connection connection, int source, RosterSchool school, String identifier, String kind)
            throws SQLException {
        var sql = """
                insert into roster_school (source_id, sourced_id, name, identifier, kind, site_id)
                values (?, ?, ?, ?, ?, (select min(id) from site where code in (?, ?) or name = ?))
                on duplicate key update name = values(name), identifier = values(identifier), kind = values(kind)
                """;
        Sql.update(
                connection,
                sql,
                source,
                school.sourcedId(),
                school.name(),
                identifier,
                kind.toLowerCase(Locale.ROOT),
                school.sourcedId(),
                identifier,
                school.name());
    }

    /** Which of our sites a school is; none for an empty code. */
    public void assign(Connection connection, int source, String school, String site) throws SQLException {
        var sql = "update roster_school set site_id = (select id from site where code = ?) "
                + "where source_id = ? and sourced_id = ?";
        Sql.update(connection, sql, site, source, school);
    }

    public List<Long> nextIds(Connection connection, int count) throws SQLException {
        if (count == 0) return List.of();
        return Sql.list(connection, "select nextval(patron_id) from seq_1_to_" + count, row -> row.getLong(1));
    }

    public void add(Connection connection, int source, List<NewPatron> people, LocalDate today, Instant now)
            throws SQLException {
        var sites = new PatronStore().sites(connection);
        var sql = "insert into patron (id, " + PatronRows.COLUMNS + ", source_id, left_on, created_at, changed_at) "
                + "values (" + Sql.marks(20) + ")";
        Sql.batch(connection, sql, people, (insert, person) -> {
            insert.setLong(1, person.id());
            var at = PatronRows.bind(insert, 2, person.facts(), sites);
            insert.setInt(at, source);
            insert.setObject(at + 1, left(person.facts()) ? today : null);
            insert.setObject(at + 2, Times.utc(now));
            insert.setObject(at + 3, Times.utc(now));
        });
    }

    /** Writes all fields of these people, who are present now; the version rises. */
    public void change(Connection connection, int source, Map<Long, PatronFacts> people, LocalDate today, Instant now)
            throws SQLException {
        var sites = new PatronStore().sites(connection);
        var sql = "update patron set " + PatronRows.SET_COLUMNS + ", source_id = ?, missing_since = null, "
                + "left_on = if(status = 'active', null, coalesce(left_on, ?)), changed_at = ?, "
                + "version = version + 1 where id = ?";
        Sql.batch(connection, sql, people.entrySet(), (update, person) -> {
            var at = PatronRows.bind(update, 1, person.getValue(), sites);
            update.setInt(at, source);
            update.setObject(at + 1, today);
            update.setObject(at + 2, Times.utc(now));
            update.setLong(at + 3, person.getKey());
        });
    }

    public void missing(Connection connection, Collection<Long> people, LocalDate today) throws SQLException {
        var sql = "update patron set missing_since = ?, version = version + 1 where id = ? and missing_since is null";
        Sql.batch(connection, sql, people, (update, id) -> {
            update.setObject(1, today);
            update.setLong(2, id);
        });
    }

    /** Who was missing since that day or longer is not here any more. How many these are. */
    public int settle(Connection connection, LocalDate since, LocalDate today, Instant now) throws SQLException {
        var sql = "update patron set status = 'inactive', left_on = ?, changed_at = ?, version = version + 1 "
                + "where status = 'active' and missing_since <= ?";
        return Sql.update(connection, sql, today, Times.utc(now), since);
    }

    /** The ids under which the source knows these people from now on; those before still lead to them. */
    public void key(Connection connection, int source, Map<String, Long> keys) throws SQLException {
        var old = "update patron_source_key set latest = false where source_id = ? and patron_id = ?";
        Sql.batch(connection, old, keys.values(), (update, id) -> {
            update.setInt(1, source);
            update.setLong(2, id);
        });
        var add = "insert into patron_source_key (source_id, sourced_id, patron_id) values (?, ?, ?) "
                + "on duplicate key update latest = true";
        Sql.batch(connection, add, keys.entrySet(), (insert, key) -> {
            insert.setInt(1, source);
            insert.setString(2, key.getKey());
            insert.setLong(3, key.getValue());
        });
    }

    /** Versions of these people, who are nobody else's until the transaction ends. */
    public Map<Long, Integer> lock(Connection connection, List<Long> ids) throws SQLException {
        var versions = new HashMap<Long, Integer>();
        for (var from = 0; from < ids.size(); from += 500) {
            var some = ids.subList(from, Math.min(ids.size(), from + 500));
            var sql = "select id, version from patron where id in (" + Sql.marks(some.size())
                    + ") order by id for update";
            Sql.list(connection, sql, row -> versions.put(row.getLong(1), row.getInt(2)), some.toArray());
        }
        return versions;
    }

    private static boolean left(PatronFacts facts) {
        return facts.status() != PatronStatus.ACTIVE;
    }
}
