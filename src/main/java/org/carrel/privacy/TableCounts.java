package org.carrel.privacy;

import jakarta.inject.Inject;
import java.util.Map;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.store.TableCountStore;

/** How many rows every table has: what whoever helps needs to know, and nothing of what stands in them. */
@Door
public class TableCounts {
    private final Database database;
    private final TableCountStore store = new TableCountStore();

    @Inject
    public TableCounts(Database database) {
        this.database = database;
    }

    /** By name of the table. */
    public Map<String, Long> all() {
        return database.read(store::all);
    }

    /** As the database server says it. */
    public String serverVersion() {
        return database.read(store::version);
    }
}
