package org.carrel.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.testing.store.CoordinatorStore;
import org.carrel.testing.store.RoomStore;

/** Who may do what about tests: the role matrix, and of librarians only those whom an administrator has named. */
final class TestReach {
    private final CoordinatorStore coordinators = new CoordinatorStore();
    private final RoomStore rooms = new RoomStore();

    /** At a site as a whole. @param site code */
    boolean may(Connection connection, Operation operation, String site, Caller by) throws SQLException {
        return by.may(operation, Owner.site(site)) && isNamedIfNeeded(connection, site, by);
    }

    /** In a room: its proctors, and who may do it anywhere at the site. */
    boolean may(Connection connection, Operation operation, TestRoom room, Caller by) throws SQLException {
        if (may(connection, operation, room.site(), by)) return true;
        var own = new Owner(Optional.of(room.site()), OptionalLong.of(by.account()));
        return by.isOf(room.site()) && by.may(operation, own) && rooms.isProctor(connection, room.id(), by.account());
    }

    private boolean isNamedIfNeeded(Connection connection, String site, Caller by) throws SQLException {
        return !by.may(Operation.COORDINATE_TESTING, Owner.site(site))
                || coordinators.isNamed(connection, by.account());
    }
}
