package org.carrel.devices;

import java.sql.Connection;
import java.sql.SQLException;
import org.carrel.devices.store.MdmStore;
import org.carrel.patrons.PropertyOut;
import org.carrel.platform.Door;

/** Nobody who was erased is known to have used a device. Devices that are out are loans, which circulation knows. */
@Door
public class DeviceUsers implements PropertyOut {
    private final MdmStore store = new MdmStore();

    @Override
    public boolean isWith(Connection connection, long patron) {
        return false;
    }

    @Override
    public void forget(Connection connection, long patron) throws SQLException {
        store.forgetUser(connection, patron);
    }
}
