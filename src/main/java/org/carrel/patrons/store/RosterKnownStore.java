package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.carrel.patrons.Patron;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** What is here already, for a roster to be compared with: a few hundred of it at a time, by ids or page by page. */
public final class RosterKnownStore {
    private static final String OF_SOURCE =
            "exists (select 1 from patron_source_key k where k.patron_id = p.id " + "and k.source_id = ? and k.latest)";

    /** A kind of rows that a source fills. */
    public enum Part {
        TERM(
                "term t",
                " and not t.gone",
                "t.title, t.kind, t.starts_on, t.ends_on, t.parent_sourced_id from term t",
                5),
        CLASS(
                "school_class t",
                " and not t.gone",
                "t.title, t.code, t.kind, s.code, t.grades, t.location, t.periods, t.terms from school_class t "
                        + "left join site s on s.id = t.site_id",
                8),
        ENROLMENT(
                "enrolment t",
                "",
                "c.sourced_id, t.user_sourced_id, t.role, t.is_primary, t.begins_on, t.ends_on from enrolment t "
                        + "join school_class c on c.id = t.class_id",
                6);

        private final String table;
        private final String which;
        private final String columns;
        private final int count;

        Part(String table, String which, String columns, int count) {
            this.table = table;
            this.which = which;
            this.columns = columns;
            this.count = count;
        }
    }

    /** An id in a source, and to whom it leads. */
    public record Key(String sourcedId, long patronId) {}

    /** The number of a person. */
    public record Number(long patronId, String number) {}

    /** The rows of these ids that are here, as texts. */
    public Map<String, List<String>> rows(Connection connection, int source, Part part, Collection<String> ids)
            throws SQLException {
        if (ids.isEmpty()) return Map.of();
        var rows = new HashMap<String, List<String>>();
        var sql = "select t.sourced_id, " + part.columns + " where t.source_id = ?" + part.which
                + " and t.sourced_id in (" + Sql.marks(ids.size()) + ")";
        Sql.list(
                connection,
                sql,
                row -> {
                    var cells = new ArrayList<String>();
                    for (var i = 2; i <= part.count + 1; i++)
                        cells.add(Objects.requireNonNullElse(row.getString(i), ""));
                    return rows.put(Objects.requireNonNull(row.getString(1)), List.copyOf(cells));
                },
                of(source, ids));
        return rows;
    }

    /** The next ids after this one. */
    public List<String> ids(Connection connection, int source, Part part, String after, int most) throws SQLException {
        var sql = "select t.sourced_id from " + part.table + " where t.source_id = ? and t.sourced_id > ?" + part.which
                + " order by t.sourced_id limit ?";
        return Sql.list(connection, sql, row -> Objects.requireNonNull(row.getString(1)), source, after, most);
    }

    /** Titles of the classes that are homerooms, by id. */
    public Map<String, String> homerooms(Connection connection, int source) throws SQLException {
        var titles = new HashMap<String, String>();
        var sql = "select sourced_id, title from school_class where source_id = ? and kind = 'homeroom' and not gone";
        Sql.list(connection, sql, row -> titles.put(row.getString(1), row.getString(2)), source);
        return titles;
    }

    /** The next keys of a source, old ones too. */
    public List<Key> keys(Connection connection, int source, String after, int most) throws SQLException {
        var sql = "select sourced_id, patron_id from patron_source_key where source_id = ? and sourced_id > ? "
                + "order by sourced_id limit ?";
        return Sql.list(
                connection,
                sql,
                row -> new Key(Objects.requireNonNull(row.getString(1)), row.getLong(2)),
                source,
                after,
                most);
    }

    /** To whom these ids lead. */
    public Map<String, Long> keys(Connection connection, int source, Collection<String> ids) throws SQLException {
        var keys = new HashMap<String, Long>();
        if (ids.isEmpty()) return keys;
        var sql = "select sourced_id, patron_id from patron_source_key where source_id = ? and sourced_id in ("
                + Sql.marks(ids.size()) + ")";
        Sql.list(connection, sql, row -> keys.put(row.getString(1), row.getLong(2)), of(source, ids));
        return keys;
    }

    /** The ids that a source has for these people now. */
    public Map<Long, String> latest(Connection connection, int source, Collection<Long> people) throws SQLException {
        var latest = new HashMap<Long, String>();
        if (people.isEmpty()) return latest;
        var sql =
                "select patron_id, sourced_id from patron_source_key where source_id = ? and latest and patron_id in ("
                        + Sql.marks(people.size()) + ") order by sourced_id";
        Sql.list(connection, sql, row -> latest.put(row.getLong(1), row.getString(2)), of(source, people));
        return latest;
    }

    /** Numbers of all cards, good or not, that these people have or had. */
    public Map<Long, Set<String>> cards(Connection connection, Collection<Long> people) throws SQLException {
        var cards = new HashMap<Long, Set<String>>();
        if (people.isEmpty()) return cards;
        var sql = "select patron_id, number from patron_card where patron_id in (" + Sql.marks(people.size()) + ")";
        Sql.list(
                connection,
                sql,
                row -> cards.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(row.getString(2)),
                people.toArray());
        return cards;
    }

    /** Who has these numbers on good cards. */
    public Map<String, Long> goodCards(Connection connection, Collection<String> numbers) throws SQLException {
        var owners = new HashMap<String, Long>();
        if (numbers.isEmpty()) return owners;
        var sql = "select active_number, patron_id from patron_card where active_number in ("
                + Sql.marks(numbers.size()) + ")";
        Sql.list(connection, sql, row -> owners.put(row.getString(1), row.getLong(2)), numbers.toArray());
        return owners;
    }

    /** These people but who was merged, the lowest id first. */
    public List<Patron> people(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var sql = PatronRows.SELECT + "where p.status <> 'merged' and p.id in (" + Sql.marks(ids.size())
                + ") order by p.id";
        return Sql.list(connection, sql, PatronRows::patron, ids.toArray());
    }

    /** Ids of those who have one of these numbers. */
    public List<Long> byNumber(Connection connection, Collection<String> numbers) throws SQLException {
        if (numbers.isEmpty()) return List.of();
        var sql =
                "select id from patron where status <> 'merged' and identifier in (" + Sql.marks(numbers.size()) + ")";
        return Sql.list(connection, sql, row -> row.getLong(1), numbers.toArray());
    }

    /** The next people who have a number, but who was merged. */
    public List<Number> numbers(Connection connection, long after, int most) throws SQLException {
        var sql = "select id, identifier from patron where id > ? and identifier <> '' and status <> 'merged' "
                + "order by id limit ?";
        return Sql.list(
                connection,
                sql,
                row -> new Number(row.getLong(1), Objects.requireNonNull(row.getString(2))),
                after,
                most);
    }

    /** The next active people of a source. */
    public List<Long> active(Connection connection, int source, long after, int most) throws SQLException {
        var sql = "select p.id from patron p where p.status = 'active' and p.id > ? and " + OF_SOURCE
                + " order by p.id limit ?";
        return Sql.list(connection, sql, row -> row.getLong(1), after, source, most);
    }

    public int countActive(Connection connection, int source, boolean students) throws SQLException {
        var sql = "select count(*) from patron p where p.status = 'active' and (p.category = 'student') = ? and "
                + OF_SOURCE;
        return Sql.first(connection, sql, row -> row.getInt(1), students, source)
                .orElse(0);
    }

    /** How many people of a source are of another site than this one, or of none. @param site code */
    public int countElsewhere(Connection connection, int source, String site) throws SQLException {
        var sql = "select count(*) from patron p left join site s on s.id = p.site_id "
                + "where p.status <> 'merged' and coalesce(s.code, '') <> ? and " + OF_SOURCE;
        return Sql.first(connection, sql, row -> row.getInt(1), site, source).orElse(0);
    }

    private static @Nullable Object[] of(int source, Collection<?> ids) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(source);
        parameters.addAll(ids);
        return parameters.toArray();
    }
}
