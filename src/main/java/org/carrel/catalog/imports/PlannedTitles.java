package org.carrel.catalog.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.Item;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.PlanWatch;
import org.carrel.catalog.rules.RecordMapping;

/** The titles of a plan as they would be, for whoever looks on: the first of the file. */
final class PlannedTitles {
    private final PlanWatch.Watching watching;
    private final boolean idle;
    private final int thisYear;
    private final Instant now;
    private long added;
    private int told;

    PlannedTitles(PlanWatch.Watching watching, Clock clock) {
        this.watching = watching;
        this.idle = watching == PlanWatch.Watching.IDLE;
        this.thisYear = Year.now(clock).getValue();
        this.now = clock.instant();
    }

    /** In the order of the file, each decision once: the ids of new titles are those that {@link FileMemory} gives. */
    void tell(List<Decision> decisions) {
        if (idle) return;
        for (var decision : decisions) {
            switch (decision) {
                case Decision.Add add -> {
                    added++;
                    tell(-added, add.incoming().entry().record(), add.incoming());
                }
                case Decision.Overlay overlay -> tell(overlay.bibId(), overlay.merged(), overlay.incoming());
                case Decision.Same same -> {}
            }
        }
    }

    private void tell(long id, MarcRecord record, Incoming incoming) {
        if (told >= PlanWatch.MOST_TITLES) return;
        told++;
        watching.title(new CatalogRecord(id, RecordMapping.map(record, thisYear), items(id, incoming.copies()), now));
    }

    /** What stands in the catalog and gets no copy by the file is thought to have one. */
    private static List<Item> items(long id, List<CopyStatement> copies) {
        var items = new ArrayList<Item>();
        for (var copy : copies) items.add(item(id, copy.barcode(), copy.callNumber(), !copy.notForLoan()));
        if (items.isEmpty() && id > 0) items.add(item(id, "", CallNumber.NONE, true));
        return items;
    }

    private static Item item(long id, String barcode, CallNumber callNumber, boolean available) {
        return new Item(0, id, barcode, "", "", "", "", callNumber, "", "", available);
    }
}
