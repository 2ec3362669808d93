package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.BarcodeRange;
import org.carrel.catalog.store.Copy;
import org.carrel.catalog.store.ItemStore;

/**
 * Gives out the free numbers of a range, lowest first. Whoever writes them holds the turn of imports, so that no two give
 * out the same.
 */
final class BarcodeNumbers {
    private static final int WINDOW = 1000;

    private final Optional<BarcodeRange> range;
    private final ItemStore items;
    /** Numbers of the window that are on copies. */
    private final Set<Long> used = new HashSet<>();
    /** Given out since the beginning, or spoken for by the file itself. */
    private final Set<String> given = new HashSet<>();

    /** All numbers of the range below this one are on copies. */
    private long full;

    private long next;
    private long windowEnd;

    BarcodeNumbers(Optional<BarcodeRange> range, ItemStore items) {
        this.range = range;
        this.items = items;
        this.full = range.map(BarcodeRange::start).orElse(0L);
        begin();
    }

    /** A new transaction: what an earlier one gave out is on copies now, or was not used. */
    void begin() {
        given.clear();
        used.clear();
        next = full;
        windowEnd = full;
    }

    boolean on() {
        return range.isPresent();
    }

    /** Barcodes that the file has itself. */
    void keepFree(Collection<String> stated) {
        if (on()) given.addAll(stated);
    }

    /** Whether a copy may have its barcode from here. */
    boolean mayBeOurs(Copy copy) {
        var barcode = copy.barcode();
        return barcode != null
                && range.filter(ours -> ours.number(barcode).isPresent()).isPresent();
    }

    /** Empty when the range is used up, or there is none. */
    Optional<String> next(Connection connection) throws SQLException {
        if (range.isEmpty()) return Optional.empty();
        var ours = range.get();
        for (; next <= ours.last(); next++) {
            if (next >= windowEnd) look(connection, ours);
            if (used.contains(next)) {
                if (next == full) full++;
                continue;
            }
            var barcode = ours.barcode(next);
            if (!given.add(barcode)) continue;
            next++;
            return Optional.of(barcode);
        }
        return Optional.empty();
    }

    private void look(Connection connection, BarcodeRange ours) throws SQLException {
        used.clear();
        windowEnd = Math.min(next + WINDOW, ours.last() + 1);
        for (var barcode : items.findBarcodes(connection, ours.barcode(next), ours.barcode(windowEnd - 1))) {
            ours.number(barcode).ifPresent(used::add);
        }
    }
}
