package org.carrel.catalog.imports;

import java.util.List;
import org.carrel.catalog.Finding;
import org.carrel.catalog.store.Copy;

/**
 * What becomes of the copies that one record states.
 *
 * @param withoutShelf how many of the added and updated have neither call number nor shelf location
 * @param same how many stand in the catalog just so
 * @param rejected one finding for each copy that was left out
 */
record CopyPlan(
        List<Copy> added,
        List<Copy> updated,
        int same,
        int withoutShelf,
        List<Finding> rejected,
        List<Finding> doubts) {
    int withoutBarcode() {
        return (int) added.stream().filter(copy -> copy.barcode() == null).count();
    }
}
