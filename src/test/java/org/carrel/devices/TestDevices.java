package org.carrel.devices;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.carrel.catalog.UnlistedItems;
import org.carrel.fixtures.Staff;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Sql;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/** The inventory on the running product's database, at a site of its own. Every test makes its own models and devices. */
public final class TestDevices implements AutoCloseable {
    /** Terms of a loan: everything as it is built in. */
    private static final String TERMS =
            "{\"site\":\"LMC\",\"zone\":\"America/Chicago\",\"category\":\"STUDENT\",\"type\":\"\","
                    + "\"rows\":[],\"values\":{},\"schedules\":[]}";

    private static final AtomicInteger NEXT = new AtomicInteger();

    public final Database database;
    public final String site;
    public final DeviceModels models;
    public final DeviceInventory inventory;
    public final DeviceBulk bulk;
    public final Accessories accessories;
    public final DeviceAudits audits;
    private final HikariDataSource connections;
    private final Caller technician;

    private TestDevices(HikariDataSource connections, String site, Clock clock) {
        this.connections = connections;
        this.site = site;
        database = new Database(connections);
        var items = new UnlistedItems();
        models = new DeviceModels(database, items);
        inventory = new DeviceInventory(database, clock, items);
        bulk = new DeviceBulk(database, clock, items);
        accessories = new Accessories(database, clock, items);
        audits = new DeviceAudits(database, clock, items, inventory);
        technician = new Caller(1_000_000_001, "technician", "Technician", Role.TECHNICIAN, Optional.of(site));
    }

    /** At a new site. */
    public static TestDevices open() {
        var site = unique("ZD-");
        var opened = at(site, Clock.systemUTC());
        opened.write("insert into site (code, name) values (?, ?)", site, "School " + site);
        return opened;
    }

    /** @param site code of a site that is there */
    public static TestDevices at(String site, Clock clock) {
        // Skips the test aloud where the product does not run.
        Staff.of(Role.TECHNICIAN);
        return new TestDevices(
                DataSources.open(
                        new DatabaseSettings(
                                System.getProperty("carrel.test.db.url"),
                                System.getProperty("carrel.test.db.user"),
                                System.getProperty("carrel.test.db.password")),
                        Duration.ZERO),
                site,
                clock);
    }

    public static String unique(String start) {
        return start + Long.toString(System.nanoTime(), 28).toUpperCase(Locale.ROOT) + NEXT.incrementAndGet();
    }

    public Caller technician() {
        return technician;
    }

    /** A new model of this manufacturer; its number. */
    public int model(String manufacturer) {
        return model(manufacturer, DeviceCategory.CHROMEBOOK);
    }

    public int model(String manufacturer, DeviceCategory category) {
        var facts = new ModelFacts(
                manufacturer, unique("Model "), category, "", OptionalInt.of(21_900), Optional.empty(), "", Map.of());
        return ((ModelSaved.Saved) models.add(facts)).id();
    }

    public DeviceSaved tryAdd(int model, String tag, String serial) {
        var wish = new NewDevice(model, tag, serial, site, "114", DevicePurchase.UNKNOWN);
        return inventory.add(wish, DeviceCondition.READY, technician);
    }

    public Device add(int model, String tag, String serial) {
        return device(((DeviceSaved.Saved) tryAdd(model, tag, serial)).id());
    }

    public Device device(long id) {
        return inventory.find(id).orElseThrow();
    }

    public ConditionSet set(Device device, DeviceCondition condition, String reason) {
        return inventory.setCondition(
                device.id(), device(device.id()).version(), condition, reason, OptionalInt.empty(), technician);
    }

    /** An accessory, and so many of it here; its number. */
    public int accessory(int quantity) {
        var name = unique("Charger ");
        accessories.addType(name, OptionalInt.empty());
        var type = accessories.types().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        if (quantity > 0) accessories.change(wish(type, Accessory.Why.BOUGHT, quantity), technician);
        return type;
    }

    public AccessoryWish wish(int type, Accessory.Why why, int number) {
        return new AccessoryWish(UUID.randomUUID(), type, site, why, number, "");
    }

    /** A ticket about something of this room at the site, opened by nobody of ours; its number. */
    public long ticket(String room) {
        write(
                "insert into repair_ticket (site_id, room, fault, opened_at) values ((select id from site where code = ?), ?, "
                        + "'sound', utc_timestamp(3))",
                site,
                room);
        return number("select max(id) from repair_ticket where room = ?", room);
    }

    /** A picture of a ticket; its number. */
    public long photo(long ticket) {
        write(
                "insert into device_photo (site_id, ticket_id, jpeg, width, height, added_at, added_by, request_id) "
                        + "values ((select site_id from repair_ticket where id = ?), ?, x'ffd8', 1, 1, utc_timestamp(3), 1, uuid())",
                ticket,
                ticket);
        return number("select max(id) from device_photo where ticket_id = ?", ticket);
    }

    public long number(String sql, Object... parameters) {
        return database.read(connection -> Sql.first(connection, sql, row -> row.getLong(1), parameters))
                .orElseThrow();
    }

    /** Out since the last day of November. @param site number */
    public void lend(long item, long patron, int site) {
        write("insert ignore into loan_terms (digest, rule) values (unhex(sha2(?, 256)), ?)", TERMS, TERMS);
        write(
                "insert into loan (item_id, patron_id, site_id, zone, patron_category, lent_at, terms_id) values "
                        + "(?, ?, ?, 'America/Chicago', 'student', '2026-11-30', (select id from loan_terms where rule = ?))",
                item,
                patron,
                site,
                TERMS);
    }

    public void write(String sql, Object... parameters) {
        database.transaction(connection -> Sql.update(connection, sql, parameters));
    }

    @Override
    public void close() {
        connections.close();
    }
}
