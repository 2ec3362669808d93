package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.carrel.devices.Device;
import org.carrel.devices.MdmStatus;
import org.carrel.devices.rules.MdmStatuses;
import org.carrel.devices.rules.RetireTies;
import org.carrel.platform.Sql;

/** What still hangs on a device that is to be retired. */
public final class RetireStore {
    public RetireTies ties(Connection connection, Device device) throws SQLException {
        var ticket = "select 1 from repair_ticket where open_device = ?";
        var owed = "select 1 from item_owed where item_id = ? and owed > 0";
        var said = "select status from device_mdm where device_id = ?";
        var enrolled = Sql.list(connection, said, row -> row.getString(1), device.id()).stream()
                .anyMatch(status -> MdmStatuses.of(status) == MdmStatus.ACTIVE);
        return new RetireTies(
                Sql.first(connection, ticket, row -> true, device.id()).isPresent(),
                Sql.first(connection, owed, row -> true, device.item()).isPresent(),
                enrolled);
    }
}
