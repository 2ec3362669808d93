package org.carrel.lists;

import java.time.Clock;
import org.carrel.devices.TestDevices;

/** Lists for tests of others. */
public final class TestLists {
    private TestLists() {}

    /** A draft at a site that there is, of nobody's account. @return its number */
    public static long listAt(String site) {
        try (var devices = TestDevices.at(site, Clock.systemUTC())) {
            var title = TestDevices.unique("Walked through ");
            devices.write(
                    "insert into reading_list (word, kind, title, language, site_id, changed_at) "
                            + "values (left(concat(md5(rand()), md5(rand())), 22), 'list', ?, 'en', "
                            + "(select id from site where code = ?), utc_timestamp(3))",
                    title,
                    site);
            return devices.number("select id from reading_list where title = ?", title);
        }
    }
}
