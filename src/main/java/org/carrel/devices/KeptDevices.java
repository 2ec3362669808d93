package org.carrel.devices;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.devices.store.DeviceEventStore;
import org.carrel.devices.store.DeviceEventStore.Entry;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.KeepStore;
import org.carrel.platform.Door;

/**
 * Devices on which something may be that is nowhere else, as the answers of a test that were not sent (TS-3). Until somebody lets it
 * go, such a device is not lent, mended, retired or wiped. Every method joins the caller's transaction.
 */
@Door
public class KeptDevices {
    private final DeviceStore devices = new DeviceStore();
    private final DeviceEventStore events = new DeviceEventStore();
    private final KeepStore store = new KeepStore();

    /** Nobody else changes the devices or lends them until the transaction ends. In the order of their tags. */
    public List<Device> lock(Connection connection, Collection<Long> ids) throws SQLException {
        devices.lockAll(connection, ids);
        return devices.find(connection, ids);
    }

    /** As they are, in the order of their tags. */
    public List<Device> find(Connection connection, Collection<Long> ids) throws SQLException {
        return devices.find(connection, ids);
    }

    /** It stays as it is. The device is locked. @return number by which it is let go; the same when it is kept already */
    public long keep(Connection connection, Device device, long account, Instant now) throws SQLException {
        var keep = store.keep(connection, device.id(), account, now);
        if (!device.kept()) note(connection, device.id(), DeviceEvent.Kind.KEPT, account, now);
        return keep;
    }

    /** Which device this keeps; empty when it is let go. */
    public Optional<Long> kept(Connection connection, long keep) throws SQLException {
        return store.kept(connection, keep);
    }

    /** Nothing needs it any more. The device is locked, and kept by this. */
    public void release(Connection connection, long device, long keep, long account, Instant now) throws SQLException {
        store.release(connection, keep, account, now);
        note(connection, device, DeviceEvent.Kind.LET_GO, account, now);
    }

    private void note(Connection connection, long device, DeviceEvent.Kind kind, long account, Instant now)
            throws SQLException {
        events.add(connection, List.of(Entry.of(device, now, OptionalLong.of(account), kind)));
    }
}
