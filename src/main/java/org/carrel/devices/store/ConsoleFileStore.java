package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.devices.MdmSource;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Devices that a console knows, as we know them. */
public final class ConsoleFileStore {
    /** What a console is told. All texts; empty for what nobody knows. */
    public record Row(
            long device,
            String mdmId,
            String serial,
            String tag,
            String place,
            String note,
            String orderNumber,
            String vendor,
            String price,
            String bought,
            String warrantyEnds) {}

    /** Those after this device. @param site code; empty: of all sites */
    public List<Row> page(Connection connection, MdmSource source, Optional<String> site, long after, int most)
            throws SQLException {
        var sql = """
                select d.id, if(x.mdm_id like 'serial/%', '', x.mdm_id), d.serial, coalesce(d.asset_tag, x.annotated_tag),
                       if(d.room <> '', d.room, x.annotated_place), x.annotated_note, d.order_number, i.vendor, i.price_cents,
                       i.acquired_on, d.warranty_ends
                from device_mdm x join device_record d on d.id = x.device_id join item i on i.id = d.item_id
                join site s on s.id = i.site_id
                where x.source = ? and d.id > ? and d.device_condition not in ('retired', 'stolen') and (? is null or s.code = ?)
                order by d.id limit ?
                """;
        return Sql.list(
                connection,
                sql,
                ConsoleFileStore::row,
                Words.of(source),
                after,
                site.orElse(null),
                site.orElse(null),
                most);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                price(row),
                Utc.someDay(row, 10).map(Object::toString).orElse(""),
                Utc.someDay(row, 11).map(Object::toString).orElse(""));
    }

    private static String price(ResultSet row) throws SQLException {
        var cents = row.getLong(9);
        return row.wasNull() ? "" : String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }
}
