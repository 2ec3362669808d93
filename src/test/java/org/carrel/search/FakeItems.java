package org.carrel.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.catalog.Item;
import org.carrel.catalog.Items;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;

/** Holdings in memory; they can be away. Keeps what it was asked. */
public final class FakeItems extends Items {
    private final Map<Long, List<Item>> items = new HashMap<>();
    private final List<List<Long>> questions = new ArrayList<>();
    private boolean away;

    public FakeItems() {
        super(new Database(null));
    }

    public void put(long bibId, List<Item> copies) {
        items.put(bibId, copies);
    }

    public void away(boolean now) {
        away = now;
    }

    public List<List<Long>> questions() {
        return questions;
    }

    @Override
    public Map<Long, List<Item>> of(Collection<Long> bibIds) {
        questions.add(List.copyOf(bibIds));
        if (away) throw new DatabaseProblem(new SQLException("away for a test"));
        var found = new HashMap<Long, List<Item>>();
        for (var id : bibIds) found.put(id, items.getOrDefault(id, List.of()));
        return found;
    }
}
