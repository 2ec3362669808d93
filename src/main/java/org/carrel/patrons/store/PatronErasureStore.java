package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.patrons.PatronErasure.Known;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Sql;

/** Takes people out of the tables of patrons and rosters. */
public final class PatronErasureStore {
    private static final int MOST_MERGES = 100;
    private static final String SOURCED =
            "select k.source_id, k.sourced_id from patron_source_key k where k.patron_id in (%s)";

    private final PatronStore patrons = new PatronStore();

    /** @param lock keeps others from changing the person */
    public Optional<Known> find(Connection connection, long patron, boolean lock) throws SQLException {
        var root = root(connection, patron);
        var kept = lock ? patrons.lock(connection, root) : patrons.find(connection, root);
        if (kept.isEmpty()) return Optional.empty();
        var all = family(connection, root);
        var facts = kept.get().facts();
        var site = facts.get(PatronField.SITE);
        return Optional.of(new Known(
                all,
                pseudonyms(connection, all),
                site.isEmpty() ? Optional.empty() : Optional.of(site),
                facts.category(),
                kept.get().spokenName(),
                facts.get(PatronField.FAMILY_NAME),
                usernames(connection, all)));
    }

    /** Who has everything of this person now. */
    private static long root(Connection connection, long patron) throws SQLException {
        var root = patron;
        for (var step = 0; step < MOST_MERGES; step++) {
            var next =
                    Sql.first(connection, "select merged_into from patron where id = ?", row -> row.getLong(1), root);
            if (next.isEmpty() || next.get() == 0) return root;
            root = next.get();
        }
        throw new IllegalStateException("Merged in a circle: " + patron);
    }

    private static List<Long> family(Connection connection, long root) throws SQLException {
        var all = new LinkedHashSet<Long>(List.of(root));
        for (var more = List.of(root); !more.isEmpty(); ) {
            var sql = "select id from patron where merged_into in (" + Sql.marks(more.size()) + ") order by id";
            more = Sql.list(connection, sql, row -> row.getLong(1), more.toArray());
            all.addAll(more);
        }
        return List.copyOf(all);
    }

    private static List<Long> pseudonyms(Connection connection, List<Long> patrons) throws SQLException {
        var pseudonyms = new ArrayList<Long>();
        for (var patron : patrons) {
            Sql.first(connection, "select pseudonym from patron where id = ?", row -> row.getLong(1), patron)
                    .ifPresent(pseudonyms::add);
        }
        return pseudonyms;
    }

    private static List<String> usernames(Connection connection, List<Long> patrons) throws SQLException {
        var names = new LinkedHashSet<String>();
        var sql = "select username, email from patron where id in (" + Sql.marks(patrons.size()) + ")";
        Sql.list(connection, sql, row -> List.of(row.getString(1), row.getString(2)), patrons.toArray())
                .forEach(both -> both.forEach(name -> names.add(name.toLowerCase(Locale.ROOT))));
        names.remove("");
        return List.copyOf(names);
    }

    public List<Long> leftBy(Connection connection, LocalDate day) throws SQLException {
        var sql = "select id from patron where status in ('inactive', 'graduated') and left_on <= ? order by id";
        return Sql.list(connection, sql, row -> row.getLong(1), day);
    }

    public List<Long> withPseudonyms(Connection connection, Collection<Long> pseudonyms) throws SQLException {
        if (pseudonyms.isEmpty()) return List.of();
        var sql = "select id from patron where pseudonym in (" + Sql.marks(pseudonyms.size()) + ")";
        return Sql.list(connection, sql, row -> row.getLong(1), pseudonyms.toArray());
    }

    /** Lines of rosters that are about these people, and rosters that wait and have them in their packed columns. */
    public void eraseFromRosters(Connection connection, List<Long> people) throws SQLException {
        var lines = "(l.patron_id in (" + Sql.marks(people.size()) + ") or (r.source_id, l.sourced_id) in ("
                + sourced(people) + "))";
        var both = twice(people);
        var waiting = Sql.list(
                connection,
                "select distinct r.id from roster_run r where r.state = 'planned' and r.source_id in ("
                        + "select source_id from patron_source_key where patron_id in (" + Sql.marks(people.size())
                        + "))",
                row -> row.getLong(1),
                people.toArray());
        for (var run : waiting) {
            Sql.update(connection, "update roster_run set state = 'discarded' where id = ?", run);
            Sql.update(connection, "delete from roster_piece where run_id = ?", run);
        }
        Sql.update(
                connection,
                "delete f from roster_field f join roster_line l on l.run_id = f.run_id and l.number = f.number "
                        + "join roster_run r on r.id = l.run_id where " + lines,
                both);
        Sql.update(connection, "delete l from roster_line l join roster_run r on r.id = l.run_id where " + lines, both);
        eraseEnrolmentChanges(connection, people);
        eraseFromRemarks(connection, people);
    }

    /** What was said about others may name this person: whose number it is, who has the card already. */
    private static void eraseFromRemarks(Connection connection, List<Long> people) throws SQLException {
        var marks = "(" + Sql.marks(people.size()) + ")";
        var texts = "select number from patron_card where patron_id in " + marks
                + " union select identifier from patron where id in " + marks
                + " union select username from patron where id in " + marks
                + " union select sourced_id from patron_source_key where patron_id in " + marks
                + " union select family_name from patron where id in " + marks;
        var ids = Collections.nCopies(5, people).stream().flatMap(List::stream).toArray();
        for (var text : Sql.list(connection, texts, row -> row.getString(1), ids)) {
            if (text.isEmpty()) continue;
            Sql.update(connection, "update roster_line set remarks = '[]' where instr(remarks, ?) > 0", text);
        }
    }

    /** The rows of enrolments before and after, as JSON: with the id under which the roster has the person. */
    private static void eraseEnrolmentChanges(Connection connection, List<Long> people) throws SQLException {
        var keys = Sql.list(
                connection,
                sourced(people),
                row -> List.of(String.valueOf(row.getInt(1)), row.getString(2)),
                people.toArray());
        for (var key : keys) {
            Sql.update(
                    connection,
                    "delete c from roster_change c join roster_run r on r.id = c.run_id where r.source_id = ? "
                            + "and c.kind = 'enrolment' and (json_contains(c.was, json_quote(?)) "
                            + "or json_contains(c.becomes, json_quote(?)))",
                    key.get(0),
                    key.get(1),
                    key.get(1));
        }
    }

    public void erase(Connection connection, List<Long> people) throws SQLException {
        var marks = "(" + Sql.marks(people.size()) + ")";
        var ids = people.toArray();
        Sql.update(
                connection,
                "delete from patron_merge where kept_id in " + marks + " or merged_id in " + marks,
                twice(people));
        for (var table : List.of(
                "enrolment", "patron_event", "patron_block", "patron_card", "patron_word", "patron_source_key")) {
            Sql.update(connection, "delete from " + table + " where patron_id in " + marks, ids);
        }
        // Whoever was merged points at the one who has everything, who could not go first.
        Sql.update(connection, "update patron set merged_into = null, status = 'inactive' where id in " + marks, ids);
        Sql.update(connection, "delete from patron where id in " + marks, ids);
    }

    private static String sourced(List<Long> people) {
        return SOURCED.formatted(Sql.marks(people.size()));
    }

    private static Object[] twice(List<Long> people) {
        var both = new ArrayList<Object>(people);
        both.addAll(people);
        return both.toArray();
    }
}
