package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.patrons.PatronContact;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.platform.Sql;

/** Addresses of people. */
public final class PatronContactStore {
    private static final int AT_ONCE = 500;
    /** Merged into one who was merged: nobody has done it often. */
    private static final int MOST_MERGES = 20;

    public Map<Long, PatronContact> find(Connection connection, Collection<Long> patrons) throws SQLException {
        var asked = new HashMap<Long, Long>();
        for (var patron : patrons) asked.put(patron, patron);
        var contacts = new HashMap<Long, PatronContact>();
        for (var step = 0; step < MOST_MERGES && !asked.isEmpty(); step++) {
            var merged = new HashMap<Long, Long>();
            for (var row : rows(connection, List.copyOf(asked.values()))) {
                asked.forEach((first, here) -> {
                    if (here != row.contact().patron()) return;
                    if (row.mergedInto() > 0) merged.put(first, row.mergedInto());
                    else contacts.put(first, row.contact());
                });
            }
            asked = merged;
        }
        return contacts;
    }

    /** @param mergedInto 0 for who was not */
    private record Row(PatronContact contact, long mergedInto) {}

    private static List<Row> rows(Connection connection, List<Long> patrons) throws SQLException {
        var rows = new ArrayList<Row>();
        for (var from = 0; from < patrons.size(); from += AT_ONCE) {
            var some = patrons.subList(from, Math.min(from + AT_ONCE, patrons.size()));
            var found = new PatronStore().find(connection, some);
            var shared = own(connection, some);
            var guardians = guardians(connection, some);
            for (var patron : found) {
                var facts = patron.facts();
                var contact = new PatronContact(
                        patron.id(),
                        patron.spokenName(),
                        patron.sortedName(),
                        facts.get(PatronField.EMAIL),
                        shared.contains(patron.id()),
                        facts.get(PatronField.GUARDIAN_NAME),
                        facts.get(PatronField.GUARDIAN_EMAIL),
                        guardians.contains(patron.id()),
                        facts.category(),
                        facts.get(PatronField.HOMEROOM),
                        facts.status() == PatronStatus.ACTIVE);
                rows.add(new Row(contact, patron.mergedInto().orElse(0L)));
            }
        }
        return rows;
    }

    /** Those whose address is somebody else's too, or the one of a guardian. */
    private static List<Long> own(Connection connection, List<Long> patrons) throws SQLException {
        return shared(connection, patrons, """
                select distinct p.id from patron p join patron o
                    on o.status <> 'merged' and (o.email = p.email and o.id <> p.id or o.guardian_email = p.email)
                where p.email <> '' and p.id in (%s)
                """);
    }

    private static List<Long> guardians(Connection connection, List<Long> patrons) throws SQLException {
        return shared(connection, patrons, """
                select distinct p.id from patron p join patron o on o.status <> 'merged' and o.email = p.guardian_email
                where p.guardian_email <> '' and p.id in (%s)
                """);
    }

    private static List<Long> shared(Connection connection, List<Long> patrons, String sql) throws SQLException {
        return Sql.list(connection, sql.formatted(Sql.marks(patrons.size())), row -> row.getLong(1), patrons.toArray());
    }

    public List<Long> teachers(Connection connection, String site, String homeroom) throws SQLException {
        var sql = """
                select p.id from patron p
                where p.status = 'active' and p.category in ('teacher', 'staff')
                    and (p.homeroom = ? and p.site_id = (select id from site where code = ?)
                        or exists (select 1 from enrolment e join school_class c on c.id = e.class_id
                            where e.patron_id = p.id and e.role = 'teacher' and c.kind = 'homeroom' and not c.gone
                                and c.title = ? and c.site_id = (select id from site where code = ?)))
                order by p.id
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), homeroom, site, homeroom, site);
    }
}
