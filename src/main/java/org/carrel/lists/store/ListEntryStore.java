package org.carrel.lists.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carrel.lists.ListEntry;
import org.carrel.lists.WebDraft;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.search.Readers;

/** What stands on lists. A title that the catalog does not show keeps its row. */
public final class ListEntryStore {
    private static final String SELECT = """
            select e.id, e.bib_id, coalesce(b.title, e.title), e.url, e.note, e.readers,
                e.url is not null or (b.id is not null and not exists (select 1 from bib_unlisted u where u.bib_id = b.id)
                    and not exists (select 1 from bib_merged m where m.bib_id = b.id))
            from reading_list_entry e left join bib_record b on b.id = e.bib_id
            """;

    /** In order. */
    public List<ListEntry> of(Connection connection, long list) throws SQLException {
        return Sql.list(
                connection, SELECT + " where e.list_id = ? order by e.position, e.id", ListEntryStore::entry, list);
    }

    /** How many things each of these lists has, without what the catalog does not show; those with none are left out. */
    public Map<Long, Integer> counts(Connection connection, Collection<Long> lists) throws SQLException {
        var counts = new HashMap<Long, Integer>();
        if (lists.isEmpty()) return counts;
        var sql = """
                select e.list_id, count(*) from reading_list_entry e left join bib_record b on b.id = e.bib_id
                where e.list_id in (%s) and (e.url is not null or (b.id is not null
                    and not exists (select 1 from bib_unlisted u where u.bib_id = b.id)
                    and not exists (select 1 from bib_merged m where m.bib_id = b.id)))
                group by e.list_id
                """.formatted(Sql.marks(lists.size()));
        Sql.list(connection, sql, row -> counts.put(row.getLong(1), row.getInt(2)), lists.toArray());
        return counts;
    }

    /** The title of a record that the catalog shows. */
    public Optional<String> shownTitle(Connection connection, long bib) throws SQLException {
        var sql = "select b.title from bib_record b where b.id = ?"
                + " and not exists (select 1 from bib_unlisted u where u.bib_id = b.id)"
                + " and not exists (select 1 from bib_merged m where m.bib_id = b.id)";
        return Sql.first(connection, sql, row -> Objects.requireNonNullElse(row.getString(1), ""), bib);
    }

    /** How many lists have one of these titles. */
    public int countLists(Connection connection, Collection<Long> bibs) throws SQLException {
        if (bibs.isEmpty()) return 0;
        var sql = "select count(distinct list_id) from reading_list_entry where bib_id in (" + Sql.marks(bibs.size())
                + ")";
        return Sql.first(connection, sql, row -> row.getInt(1), bibs.toArray()).orElse(0);
    }

    /** Numbers of what has one title, on lists that do not have the other. */
    public List<Long> withoutOther(Connection connection, long bib, long other) throws SQLException {
        var sql = """
                select e.id from reading_list_entry e where e.bib_id = ?
                and not exists (select 1 from reading_list_entry o where o.list_id = e.list_id and o.bib_id = ?)
                order by e.id for update
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), bib, other);
    }

    /** Another title in its place, as far as these have the first and their lists not the other. */
    public void change(Connection connection, Collection<Long> entries, long from, long to) throws SQLException {
        for (var entry : entries)
            Sql.update(
                    connection,
                    "update ignore reading_list_entry set bib_id = ? where id = ? and bib_id = ?",
                    to,
                    entry,
                    from);
    }

    /** At the end. The list is locked. */
    public void addTitle(Connection connection, long list, long bib) throws SQLException {
        var sql = """
                insert into reading_list_entry (list_id, position, bib_id)
                select ?, coalesce(max(position), 0) + 1, ? from reading_list_entry where list_id = ?
                """;
        Sql.update(connection, sql, list, bib, list);
    }

    /** The same for a place on the web. */
    public void addWeb(Connection connection, long list, WebDraft web) throws SQLException {
        var sql = """
                insert into reading_list_entry (list_id, position, url, title, note, readers)
                select ?, coalesce(max(position), 0) + 1, ?, ?, ?, ? from reading_list_entry where list_id = ?
                """;
        var readers = ReadingListStore.code(web.readers());
        Sql.update(connection, sql, list, web.url(), web.title(), web.note(), readers, list);
    }

    /** False when it is not on the list. */
    public boolean change(Connection connection, long list, long entry, String note, Readers readers)
            throws SQLException {
        return Sql.update(
                        connection,
                        "update reading_list_entry set note = ?, readers = ? where id = ? and list_id = ?",
                        note,
                        ReadingListStore.code(readers),
                        entry,
                        list)
                == 1;
    }

    public void place(Connection connection, long entry, int position) throws SQLException {
        Sql.update(connection, "update reading_list_entry set position = ? where id = ?", position, entry);
    }

    public void remove(Connection connection, long list, long entry) throws SQLException {
        Sql.update(connection, "delete from reading_list_entry where id = ? and list_id = ?", entry, list);
    }

    private static ListEntry entry(ResultSet row) throws SQLException {
        return new ListEntry(
                row.getLong(1),
                Utc.someNumber(row, 2),
                row.getString(3),
                Objects.requireNonNullElse(row.getString(4), ""),
                row.getString(5),
                Readers.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getBoolean(7));
    }
}
