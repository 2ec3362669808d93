package org.carrel.circulation;

import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import org.carrel.circulation.rules.GradeBands;
import org.carrel.circulation.store.LoanCountStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** How much is lent, by month, grades and kind of material: never by person, title or class (rule PR-2). */
@Door
public class LoanCounts {
    private final Database database;
    private final LoanCountStore store = new LoanCountStore();

    @Inject
    public LoanCounts(Database database) {
        this.database = database;
    }

    /** In the order of months, grades and materials; nothing out of reach. @param site code */
    public List<LoanCount> of(String site, YearMonth from, YearMonth to, Caller by) {
        if (!by.isOf(site)) return List.of();
        return database.read(connection -> {
            var materials = store.materials(connection);
            return store.find(connection, site, from, to).entrySet().stream()
                    .map(cell -> new LoanCount(
                            cell.getKey().month(),
                            cell.getKey().band(),
                            materials.getOrDefault(
                                    cell.getKey().material(), cell.getKey().material()),
                            GradeBands.told(cell.getValue())))
                    .toList();
        });
    }
}
