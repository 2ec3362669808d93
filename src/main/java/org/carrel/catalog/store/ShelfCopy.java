package org.carrel.catalog.store;

import java.time.LocalDate;
import org.carrel.catalog.CallNumber;
import org.jspecify.annotations.Nullable;

/**
 * A copy as it is now, with the codes of its places: what leaves the catalog when a school moves.
 *
 * @param barcode empty while the copy still needs one; {@code location} and {@code itemType} codes, empty when unset
 * @param condition good, worn, damaged, in_repair, lost or missing
 */
public record ShelfCopy(
        long bibId,
        String barcode,
        String site,
        String location,
        String itemType,
        CallNumber callNumber,
        String copyNumber,
        String volume,
        @Nullable Integer priceCents,
        @Nullable LocalDate acquired,
        String vendor,
        String fund,
        String note,
        String condition,
        boolean lendable) {}
