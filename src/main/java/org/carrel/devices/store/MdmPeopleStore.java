package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.carrel.platform.Sql;

/** Takes a person out of what exports say. */
public final class MdmPeopleStore {
    /** @param logins addresses and user names, in small letters */
    public void forget(Connection connection, long patron, Collection<String> logins) throws SQLException {
        Sql.update(connection, "delete from device_discrepancy where patron_id = ?", patron);
        for (var login : logins) {
            Sql.update(connection, "delete from device_discrepancy where stranger = ?", login);
            // The name stands in the cells and in what changed: without it the line is of no use.
            Sql.update(
                    connection,
                    "delete from mdm_row where locate(?, lower(cells)) > 0 or locate(?, lower(changes)) > 0 "
                            + "or locate(?, lower(suspicions)) > 0 or locate(?, lower(coalesce(was, ''))) > 0",
                    login,
                    login,
                    login,
                    login);
        }
    }
}
