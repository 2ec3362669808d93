package org.carrel.catalog;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.catalog.store.ItemStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Holdings: the copies of a record and whether they are on the shelf now. */
@Door
public class Items {
    private final Database database;
    private final ItemStore items = new ItemStore();

    @Inject
    public Items(Database database) {
        this.database = database;
    }

    /** The copies of each record in shelf order, withdrawn ones left out; a record without copies has an empty list. */
    public Map<Long, List<Item>> of(Collection<Long> bibIds) {
        var holdings = new HashMap<Long, List<Item>>();
        bibIds.forEach(id -> holdings.put(id, List.of()));
        holdings.putAll(database.read(connection -> items.findByRecord(connection, holdings.keySet())));
        return holdings;
    }
}
