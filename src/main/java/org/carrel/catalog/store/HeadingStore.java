package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.AuthorityKind;
import org.carrel.catalog.UsedHeading;
import org.carrel.catalog.rules.RecordHeadings.Heading;
import org.carrel.platform.Sql;

/** Which headings titles have, as far as the log of changes was followed. */
public final class HeadingStore {
    /** As {@link org.carrel.catalog.rules.RecordHeadings#answers} has it: a of the authority, h of the title. */
    private static final String ANSWERS =
            "(a.thesaurus = h.thesaurus or a.thesaurus = '' or h.thesaurus = '' or h.thesaurus = 'lcac' and a.thesaurus = 'lcsh')";

    private record Row(long bib, Heading heading) {}

    /** Of these titles, those and no others. */
    public void replace(Connection connection, Collection<Long> ids, Map<Long, List<Heading>> headings)
            throws SQLException {
        if (ids.isEmpty()) return;
        Sql.update(
                connection, "delete from bib_heading where bib_id in (" + Sql.marks(ids.size()) + ")", ids.toArray());
        var rows = new ArrayList<Row>();
        headings.forEach((bib, all) -> all.forEach(heading -> rows.add(new Row(bib, heading))));
        Sql.batch(
                connection,
                "insert into bib_heading (bib_id, place, tag, kind, thesaurus, heading, main_hash, whole_hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                (statement, row) -> {
                    statement.setLong(1, row.bib());
                    statement.setInt(2, row.heading().place());
                    statement.setString(3, row.heading().tag());
                    statement.setString(4, AuthorityStore.word(row.heading().kind()));
                    statement.setString(5, row.heading().thesaurus());
                    statement.setString(6, row.heading().text());
                    statement.setLong(7, row.heading().mainKey());
                    statement.setLong(8, row.heading().wholeKey());
                });
    }

    /** Titles that have a heading with one of the keys. */
    public List<Long> findTitles(Connection connection, Collection<Long> keys) throws SQLException {
        if (keys.isEmpty()) return List.of();
        var marks = Sql.marks(keys.size());
        var both = new ArrayList<Object>(keys);
        both.addAll(keys);
        return Sql.list(
                connection,
                "select bib_id from bib_heading where main_hash in (" + marks
                        + ") union select bib_id from bib_heading where whole_hash in (" + marks + ")",
                row -> row.getLong(1),
                both.toArray());
    }

    /** The next titles that have the heading, by number. */
    public List<Long> findTitles(Connection connection, long key, String thesaurus, long after, int limit)
            throws SQLException {
        return Sql.list(
                connection,
                "select bib_id from bib_heading where main_hash = ? and thesaurus = ? and bib_id > ?"
                        + " union select bib_id from bib_heading where whole_hash = ? and thesaurus = ? and bib_id > ?"
                        + " order by bib_id limit ?",
                row -> row.getLong(1),
                key,
                thesaurus,
                after,
                key,
                thesaurus,
                after,
                limit);
    }

    public long countTitles(Connection connection, long key, String thesaurus) throws SQLException {
        return Sql.first(
                        connection,
                        "select count(*) from (select bib_id from bib_heading where main_hash = ? and thesaurus = ?"
                                + " union select bib_id from bib_heading where whole_hash = ? and thesaurus = ?) w",
                        row -> row.getLong(1),
                        key,
                        thesaurus,
                        key,
                        thesaurus)
                .orElse(0L);
    }

    /** Headings that no authority establishes, those first that most titles have. @param beginning of the headings */
    public List<UsedHeading> findUnauthorised(Connection connection, String beginning, int most) throws SQLException {
        var sql = """
                select h.kind, h.thesaurus, min(h.heading), h.main_hash, count(distinct h.bib_id) titles from bib_heading h
                where left(h.heading, char_length(?)) = ? and
                    not exists (select 1 from authority_record a where a.key_hash = h.main_hash and %s)
                    and not exists (select 1 from authority_record a where a.key_hash = h.whole_hash and %s)
                group by h.kind, h.thesaurus, h.main_hash order by titles desc, min(h.heading) limit ?
                """.formatted(ANSWERS, ANSWERS);
        return Sql.list(
                connection,
                sql,
                row -> new UsedHeading(
                        AuthorityStore.kind(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        Optional.empty()),
                beginning,
                beginning,
                most);
    }

    /** How a heading is written and of what kind it is; empty when no title has it. */
    public Optional<Known> find(Connection connection, long key, String thesaurus) throws SQLException {
        var sql = """
                (select kind, heading from bib_heading where main_hash = ? and thesaurus = ? limit 1)
                union all (select kind, heading from bib_heading where whole_hash = ? and thesaurus = ? limit 1) limit 1
                """;
        return Sql.first(
                connection,
                sql,
                row -> new Known(AuthorityStore.kind(row.getString(1)), row.getString(2)),
                key,
                thesaurus,
                key,
                thesaurus);
    }

    public record Known(AuthorityKind kind, String text) {}
}
