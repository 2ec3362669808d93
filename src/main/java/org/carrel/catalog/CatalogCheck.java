package org.carrel.catalog;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.function.Consumer;
import org.carrel.catalog.imports.RecordCheck;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.CheckStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Checks that what the catalog promises holds in the database as it is. Reads only. */
@Door
public class CatalogCheck {
    private static final int PAGE = 500;

    private final Database database;
    private final Clock clock;
    private final BibStore bibs = new BibStore();
    private final CheckStore checks = new CheckStore();

    @Inject
    public CatalogCheck(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Tells every broken promise as a sentence in English that names the record or copy. */
    public void run(Consumer<String> problem) {
        database.read(checks::findBroken).forEach(problem);
        var check = new RecordCheck(Year.now(clock).getValue());
        for (var after = 0L; ; ) {
            var last = after;
            var ids = database.read(connection -> bibs.findIdsAfter(connection, last, PAGE));
            if (ids.isEmpty()) return;
            database.read(connection -> page(connection, check, ids)).forEach(problem);
            after = ids.getLast();
        }
    }

    private static List<String> page(Connection connection, RecordCheck check, List<Long> ids) throws SQLException {
        return check.problems(connection, ids);
    }
}
