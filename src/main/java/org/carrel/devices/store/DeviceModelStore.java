package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceModel.Expected;
import org.carrel.devices.ModelFacts;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Models, and what their devices are given out with. */
public final class DeviceModelStore {
    private static final String SELECT = """
            select m.id, m.bib_id, m.manufacturer, m.name, m.category, y.code, m.price_cents, m.support_ends, m.note, m.version,
                   (select count(*) from device_record d where d.model_id = m.id and d.device_condition <> 'retired')
            from device_model m join item_type y on y.id = m.item_type_id
            """;

    public List<DeviceModel> findAll(Connection connection) throws SQLException {
        var expected = expected(connection);
        var sql = SELECT + " order by m.manufacturer, m.name";
        return Sql.list(connection, sql, row -> model(row, expected));
    }

    public Optional<DeviceModel> find(Connection connection, int id) throws SQLException {
        return find(connection, "where m.id = ?", id);
    }

    /** Without regard to case. */
    public Optional<DeviceModel> byName(Connection connection, String manufacturer, String name) throws SQLException {
        return find(connection, "where m.manufacturer = ? and m.name = ?", manufacturer, name);
    }

    /** Nobody else changes the model, and nobody adds a device of it, until the transaction ends. */
    public Optional<DeviceModel> lock(Connection connection, int id) throws SQLException {
        Sql.first(connection, "select id from device_model where id = ? for update", row -> row.getInt(1), id);
        return find(connection, id);
    }

    private static Optional<DeviceModel> find(Connection connection, String where, Object... parameters)
            throws SQLException {
        var expected = expected(connection);
        return Sql.first(connection, SELECT + where, row -> model(row, expected), parameters);
    }

    private static Map<Integer, List<Expected>> expected(Connection connection) throws SQLException {
        record One(int model, Expected expected) {}
        var sql = "select x.model_id, x.type_id, y.name, x.quantity from device_model_accessory x "
                + "join accessory_type y on y.id = x.type_id order by y.name";
        var all = new HashMap<Integer, List<Expected>>();
        Sql.list(
                        connection,
                        sql,
                        row -> new One(row.getInt(1), new Expected(row.getInt(2), row.getString(3), row.getInt(4))))
                .forEach(one -> all.merge(one.model(), List.of(one.expected()), DeviceModelStore::both));
        return all;
    }

    private static List<Expected> both(List<Expected> some, List<Expected> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static DeviceModel model(ResultSet row, Map<Integer, List<Expected>> expected) throws SQLException {
        return new DeviceModel(
                row.getInt(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Words.constant(DeviceCategory.class, row.getString(5)),
                row.getString(6),
                Words.number(row, 7),
                Utc.someDay(row, 8),
                row.getString(9),
                expected.getOrDefault(row.getInt(1), List.of()),
                row.getInt(11),
                row.getInt(10));
    }

    public int add(Connection connection, long bibId, int itemType, ModelFacts facts) throws SQLException {
        var sql =
                "insert into device_model (bib_id, manufacturer, name, category, item_type_id, price_cents, support_ends, note) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?) returning id";
        var id = Sql.first(
                        connection,
                        sql,
                        row -> row.getInt(1),
                        bibId,
                        facts.manufacturer(),
                        facts.name(),
                        Words.of(facts.category()),
                        itemType,
                        Words.orNull(facts.price()),
                        facts.supportEnds().orElse(null),
                        facts.note())
                .orElseThrow();
        setAccessories(connection, id, facts.accessories());
        return id;
    }

    /** False when the model is not at this version any more. */
    public boolean change(Connection connection, int id, int version, int itemType, ModelFacts facts)
            throws SQLException {
        var sql =
                "update device_model set manufacturer = ?, name = ?, category = ?, item_type_id = ?, price_cents = ?, "
                        + "support_ends = ?, note = ?, version = version + 1 where id = ? and version = ?";
        var changed = Sql.update(
                connection,
                sql,
                facts.manufacturer(),
                facts.name(),
                Words.of(facts.category()),
                itemType,
                Words.orNull(facts.price()),
                facts.supportEnds().orElse(null),
                facts.note(),
                id,
                version);
        if (changed == 0) return false;
        Sql.update(connection, "delete from device_model_accessory where model_id = ?", id);
        setAccessories(connection, id, facts.accessories());
        return true;
    }

    private static void setAccessories(Connection connection, int id, Map<Integer, Integer> accessories)
            throws SQLException {
        var sql = "insert into device_model_accessory (model_id, type_id, quantity) values (?, ?, ?)";
        Sql.batch(connection, sql, accessories.entrySet(), (statement, one) -> {
            statement.setInt(1, id);
            statement.setInt(2, one.getKey());
            statement.setInt(3, one.getValue());
        });
    }

    /** The item type of the devices of a model, as the model's. */
    public List<Long> items(Connection connection, int id) throws SQLException {
        return Sql.list(connection, "select item_id from device_record where model_id = ?", row -> row.getLong(1), id);
    }

    /** Serials of the model that a device of another model of this manufacturer has. */
    public List<String> serialsOf(Connection connection, int id, String manufacturer) throws SQLException {
        var sql =
                "select d.serial from device_record d join device_record o on o.serial_key = d.serial_key and o.id <> d.id "
                        + "where d.model_id = ? and o.manufacturer = ? and o.model_id <> d.model_id order by d.serial";
        return Sql.list(connection, sql, row -> row.getString(1), id, manufacturer);
    }
}
