package org.carrel.testing;

import java.time.Clock;
import org.carrel.devices.TestDevices;
import org.carrel.platform.Sql;
import org.carrel.scheduling.TestBookings;
import org.carrel.security.Caller;

/** Rows of tests at sites that there are, for who walks through all addresses. */
public final class TestingRows {
    private TestingRows() {}

    /** Somebody coordinates tests from now on. */
    public static void name(Caller librarian) {
        try (var all = TestDevices.at("LMC", Clock.systemUTC())) {
            all.write(
                    "insert ignore into test_coordinator (account_id, named_at) values (?, utc_timestamp(3))",
                    librarian.account());
        }
    }

    /** A window with one day and one room. @return its number */
    public static long windowAt(String site) {
        return made(site)[0];
    }

    /** A room of a window of its own. @return its number */
    public static long roomAt(String site) {
        return made(site)[1];
    }

    private static long[] made(String site) {
        var session = TestBookings.sessionAt(site);
        var name = TestDevices.unique("Walked ");
        try (var all = TestDevices.at(site, Clock.systemUTC())) {
            return all.database.transaction(connection -> {
                Sql.update(connection, "update class_session set kind = 'testing' where id = ?", session);
                Sql.update(
                        connection,
                        "insert into booking_resource (site_id, kind, name_en) select id, 'lab', ? from site where code = ?",
                        name,
                        site);
                Sql.update(
                        connection,
                        "insert into testing_window (site_id, program_id, name, made_at, request_id) select s.id, p.id, ?, "
                                + "utc_timestamp(3), uuid() from site s join testing_program p on p.name = 'TestNav' where s.code = ?",
                        name,
                        site);
                var window = Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                        .orElseThrow();
                Sql.update(
                        connection, "insert into testing_day (session_id, window_id) values (?, ?)", session, window);
                Sql.update(
                        connection,
                        "insert into testing_room (session_id, resource_id) select ?, id from booking_resource where name_en = ?",
                        session,
                        name);
                var room = Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                        .orElseThrow();
                return new long[] {window, room};
            });
        }
    }
}
