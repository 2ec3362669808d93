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
    /** Of most titles a school has no more copies. */
    private static final int COPIES_OF_ONE = 6;

    private final Database database;
    private final ItemStore items = new ItemStore();

    @Inject
    public Items(Database database) {
        this.database = database;
    }

    /**
     * What stands on the shelf around the first copy of a record, in shelf order.
     *
     * @param before the nearest ones, at most so many on each side
     */
    public record Beside(List<Long> before, List<Long> after) {}

    /** Both sides are empty when the record has no copy. */
    public Beside beside(long bibId, int most) {
        return database.read(connection -> new Beside(
                distinct(items.findBeside(connection, bibId, false, COPIES_OF_ONE * most), most)
                        .reversed(),
                distinct(items.findBeside(connection, bibId, true, COPIES_OF_ONE * most), most)));
    }

    private static List<Long> distinct(List<Long> ids, int most) {
        return ids.stream().distinct().limit(most).toList();
    }

    /** The copies of each record in shelf order, withdrawn ones left out; a record without copies has an empty list. */
    public Map<Long, List<Item>> of(Collection<Long> bibIds) {
        var holdings = new HashMap<Long, List<Item>>();
        bibIds.forEach(id -> holdings.put(id, List.of()));
        holdings.putAll(database.read(connection -> items.findByRecord(connection, holdings.keySet())));
        return holdings;
    }
}
