package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.carrel.catalog.Catalog.Change;
import org.carrel.platform.Sql;

/** The log of changed records that search follows. */
public final class ChangeLog {
    private static final int ROWS = 500;

    /**
     * Notes that these records or their items changed. To be called last in a transaction: from here to the commit no
     * other transaction can take a number, which is what makes numbers visible in their order.
     */
    public void append(Connection connection, Collection<Long> bibIds) throws SQLException {
        if (bibIds.isEmpty()) return;
        var ids = bibIds.stream().distinct().sorted().toList();
        Sql.update(connection, "update catalog_change_number set last = last_insert_id(last + ?)", ids.size());
        var last = Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
        var first = last - ids.size() + 1;
        for (var from = 0; from < ids.size(); from += ROWS)
            write(connection, ids.subList(from, Math.min(from + ROWS, ids.size())), first + from);
    }

    /**
     * Notes that copies of these records changed, without a number yet and without waiting for anybody: whoever follows the log
     * gives the number. What is announced is seen by all who follow, later than what {@link #append} notes at the same time.
     */
    public void announce(Connection connection, Collection<Long> bibIds) throws SQLException {
        var sql = Sql.KEPT_READY + "insert into catalog_change_waiting (bib_id) values (?)";
        for (var id : bibIds) Sql.update(connection, sql, id);
    }

    public boolean isAnnounced(Connection connection) throws SQLException {
        return Sql.first(connection, "select 1 from catalog_change_waiting limit 1", row -> true)
                .isPresent();
    }

    /** Gives what was announced its numbers; another node that is at it has those rows, and they are left to it. */
    public void numberAnnounced(Connection connection) throws SQLException {
        var sql = "select id, bib_id from catalog_change_waiting order by id limit ? for update skip locked";
        var waiting = Sql.list(connection, sql, row -> List.of(row.getLong(1), row.getLong(2)), ROWS);
        if (waiting.isEmpty()) return;
        var ids = waiting.stream().map(List::getFirst).toArray();
        Sql.update(connection, "delete from catalog_change_waiting where id in (" + Sql.marks(ids.length) + ")", ids);
        append(connection, waiting.stream().map(List::getLast).toList());
    }

    /** The driver sends an "on duplicate key" row by row unless the rows stand in one statement. */
    private static void write(Connection connection, List<Long> ids, long first) throws SQLException {
        var values = new ArrayList<Object>(2 * ids.size());
        for (var id : ids) {
            values.add(id);
            values.add(first + values.size() / 2);
        }
        var sql = "insert into catalog_change (bib_id, number) values "
                + String.join(",", Collections.nCopies(ids.size(), "(?,?)"))
                + " on duplicate key update number = values(number)";
        Sql.update(connection, sql, values.toArray());
    }

    public long last(Connection connection) throws SQLException {
        return Sql.first(connection, "select last from catalog_change_number", row -> row.getLong(1))
                .orElse(0L);
    }

    public List<Change> findAfter(Connection connection, long number, int limit) throws SQLException {
        var sql = "select number, bib_id from catalog_change where number > ? order by number limit ?";
        return Sql.list(connection, sql, row -> new Change(row.getLong(1), row.getLong(2)), number, limit);
    }

    /** The identity of this database, by which an index knows whose it is. */
    public String databaseId(Connection connection) throws SQLException {
        return Sql.first(connection, "select identity from school_database", row -> row.getString(1))
                .orElseThrow();
    }
}
