package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.Accessory;
import org.carrel.devices.AccessoryMove;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Counts of what has no barcode. */
public final class AccessoryStore {
    private static final String STOCK = """
            select y.id, y.name, y.price_cents, s.code, s.name, coalesce(k.quantity, 0)
            from accessory_type y cross join site s
            left join accessory_stock k on k.type_id = y.id and k.site_id = s.id
            """;

    /** Every kind at every site, also where there is none. */
    public List<Accessory> stock(Connection connection) throws SQLException {
        return Sql.list(connection, STOCK + "order by s.name, y.name", AccessoryStore::accessory);
    }

    private static Accessory accessory(ResultSet row) throws SQLException {
        return new Accessory(
                row.getInt(1),
                row.getString(2),
                Words.number(row, 3),
                row.getString(4),
                row.getString(5),
                row.getInt(6));
    }

    public List<Accessory.Type> types(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select id, name, price_cents from accessory_type order by name",
                row -> new Accessory.Type(row.getInt(1), row.getString(2), Words.number(row, 3)));
    }

    /** False when there is one of this name. */
    public boolean addType(Connection connection, String name, OptionalInt price) throws SQLException {
        var sql = "insert ignore into accessory_type (name, price_cents) values (?, ?)";
        return Sql.update(connection, sql, name, Words.orNull(price)) > 0;
    }

    /** How many there are, and nobody else changes it until the transaction ends. Empty when there is no such kind or site. */
    public Optional<Integer> lock(Connection connection, int type, int site) throws SQLException {
        var there = Sql.first(
                connection,
                "select 1 from accessory_type y join site s on s.id = ? where y.id = ?",
                row -> true,
                site,
                type);
        if (there.isEmpty()) return Optional.empty();
        var sql = "select quantity from accessory_stock where type_id = ? and site_id = ? for update";
        var known = Sql.first(connection, sql, row -> row.getInt(1), type, site);
        if (known.isPresent()) return known;
        // Takes the row's lock at once where another was quicker: to read it first and change it then could end in a
        // deadlock.
        var first = "insert into accessory_stock (type_id, site_id, quantity) values (?, ?, 0) "
                + "on duplicate key update quantity = quantity";
        Sql.update(connection, first, type, site);
        return Sql.first(connection, sql, row -> row.getInt(1), type, site);
    }

    /** As {@link #lock}, but empty where nobody has ever counted such things. */
    public Optional<Integer> lockCounted(Connection connection, int type, int site) throws SQLException {
        var sql = "select quantity from accessory_stock where type_id = ? and site_id = ? for update";
        return Sql.first(connection, sql, row -> row.getInt(1), type, site);
    }

    /** So many of a kind. */
    public record Expected(int type, int quantity) {}

    /** What devices of a model go out with: kind and how many, in the order of the kinds' numbers. */
    public List<Expected> expected(Connection connection, int model) throws SQLException {
        return Sql.list(
                connection,
                "select type_id, quantity from device_model_accessory where model_id = ? order by type_id",
                row -> new Expected(row.getInt(1), row.getInt(2)),
                model);
    }

    /** False when there are not so many: the row itself refuses to go below 0 (V6). */
    public boolean add(Connection connection, int type, int site, int quantity) throws SQLException {
        var sql =
                "update accessory_stock set quantity = quantity + ? where type_id = ? and site_id = ? and quantity + ? >= 0";
        return Sql.update(connection, sql, quantity, type, site, quantity) > 0;
    }

    /** Whether the request was done already. */
    public boolean isDone(Connection connection, UUID request) throws SQLException {
        return Sql.first(
                        connection,
                        "select 1 from accessory_move where request_id = ?",
                        row -> true,
                        request.toString())
                .isPresent();
    }

    /** What is written down of a change. */
    public record Entry(
            int type,
            int site,
            int quantity,
            Accessory.Why why,
            Instant at,
            OptionalLong account,
            UUID request,
            String note) {}

    public void write(Connection connection, Entry entry) throws SQLException {
        var sql = "insert into accessory_move (type_id, site_id, quantity, why, at, account_id, request_id, note) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                entry.type(),
                entry.site(),
                entry.quantity(),
                Words.of(entry.why()),
                Utc.of(entry.at()),
                entry.account().isPresent() ? entry.account().getAsLong() : null,
                entry.request().toString(),
                entry.note());
    }

    /** The latest first. @param site code; empty for all */
    public List<AccessoryMove> moves(Connection connection, String site, int most) throws SQLException {
        var sql = """
                select m.at, y.name, s.name, m.quantity, m.why, coalesce(a.display_name, ''), m.note
                from accessory_move m join accessory_type y on y.id = m.type_id join site s on s.id = m.site_id
                left join account a on a.id = m.account_id
                where ? = '' or s.code = ? order by m.id desc limit ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new AccessoryMove(
                        Utc.instant(row, 1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        Words.constant(Accessory.Why.class, row.getString(5)),
                        row.getString(6),
                        row.getString(7)),
                site,
                site,
                most);
    }
}
