package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.RepairPart;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Spare parts: kinds, counts and what tickets have used. */
public final class RepairPartStore {
    /** Every kind at every site, also where there is none. */
    public List<RepairPart> stock(Connection connection) throws SQLException {
        var sql = """
                select y.id, y.name, y.price_cents, s.code, s.name, coalesce(k.quantity, 0)
                from repair_part_type y cross join site s
                left join repair_part_stock k on k.type_id = y.id and k.site_id = s.id
                order by s.name, y.name
                """;
        return Sql.list(
                connection,
                sql,
                row -> new RepairPart(
                        row.getInt(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6)));
    }

    /** A kind that is there already gets this price. False when the name is taken and the price the same. */
    public boolean addType(Connection connection, String name, int priceCents) throws SQLException {
        var sql = "insert into repair_part_type (name, price_cents) values (?, ?) "
                + "on duplicate key update price_cents = values(price_cents)";
        return Sql.update(connection, sql, name, priceCents) > 0;
    }

    public Optional<Integer> price(Connection connection, int type) throws SQLException {
        return Sql.first(
                connection, "select price_cents from repair_part_type where id = ?", row -> row.getInt(1), type);
    }

    /** How many there are, and nobody else changes it until the transaction ends. The kind is there. */
    public int lock(Connection connection, int type, int site) throws SQLException {
        var sql = "select quantity from repair_part_stock where type_id = ? and site_id = ? for update";
        var known = Sql.first(connection, sql, row -> row.getInt(1), type, site);
        if (known.isPresent()) return known.get();
        // Takes the row's lock at once where another was quicker.
        Sql.update(
                connection,
                "insert into repair_part_stock (type_id, site_id, quantity) values (?, ?, 0) "
                        + "on duplicate key update quantity = quantity",
                type,
                site);
        return Sql.first(connection, sql, row -> row.getInt(1), type, site).orElseThrow();
    }

    public boolean isDone(Connection connection, UUID request) throws SQLException {
        return Sql.first(
                        connection,
                        "select 1 from repair_part_move where request_id = ?",
                        row -> true,
                        request.toString())
                .isPresent();
    }

    /** @param why as the table spells it @param ticket empty for none */
    public record Move(
            int type,
            int site,
            int quantity,
            String why,
            OptionalLong ticket,
            int priceCents,
            Instant at,
            OptionalLong account,
            UUID request) {}

    /** False when there are not so many: the row itself refuses to go below 0 (V6). */
    public boolean move(Connection connection, Move move) throws SQLException {
        var sql = "update repair_part_stock set quantity = quantity + ? where type_id = ? and site_id = ? "
                + "and quantity + ? >= 0";
        var moved = Sql.update(connection, sql, move.quantity(), move.type(), move.site(), move.quantity());
        if (moved == 0) return false;
        Sql.update(
                connection,
                "insert into repair_part_move (type_id, site_id, quantity, why, ticket_id, price_cents, at, account_id, "
                        + "request_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                move.type(),
                move.site(),
                move.quantity(),
                move.why(),
                RepairStore.orNull(move.ticket()),
                move.priceCents(),
                Utc.of(move.at()),
                RepairStore.orNull(move.account()),
                move.request().toString());
        return true;
    }

    /** What a ticket has used and not put back. */
    public List<RepairPart.Used> used(Connection connection, long ticket) throws SQLException {
        var sql = """
                select m.type_id, y.name, -sum(m.quantity), max(m.price_cents)
                from repair_part_move m join repair_part_type y on y.id = m.type_id
                where m.ticket_id = ? group by m.type_id, y.name having sum(m.quantity) < 0 order by y.name
                """;
        return Sql.list(
                connection,
                sql,
                row -> new RepairPart.Used(row.getInt(1), row.getString(2), row.getInt(3), row.getInt(4)),
                ticket);
    }
}
